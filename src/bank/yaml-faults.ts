import { type Document, isCollection, isMap, isScalar, type Node, visit, type YAMLError } from 'yaml';
import type { Text } from '../problem/text.ts';

/** What the parser's codes mean, in words of a bank. */
const words: Readonly<Record<string, Text>> = {
  ALIAS_PROPS: { en: 'an alias (*name) takes no anchor and no tag', zh: '别名（*name）不能再带锚点或标签' },
  BAD_ALIAS: { en: 'an alias (*name) or anchor (&name) without a name', zh: '别名（*name）或锚点（&name）缺少名称' },
  BAD_COLLECTION_TYPE: { en: 'a tag (!name) does not fit what follows it', zh: '标签（!name）与其后的内容不符' },
  BAD_DIRECTIVE: { en: 'a line that begins with % is a directive that is not known', zh: '以 % 开头的指令无法识别' },
  BAD_DQ_ESCAPE: {
    en: 'there is no such escape in double quotes: write \\\\ for a backslash, or use single quotes',
    zh: '双引号中没有这种转义：反斜杠写作 \\\\，或改用单引号',
  },
  BAD_INDENT: { en: 'the indentation does not fit the lines above', zh: '缩进与上文不一致' },
  BAD_PROP_ORDER: { en: 'an anchor or tag stands in the wrong place', zh: '锚点或标签的位置不对' },
  BAD_SCALAR_START: { en: 'a text that begins with this character needs quotes', zh: '以该字符开头的文本需加引号' },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a second “key:” or list on one line: a text with “: ” in it needs quotes',
    zh: '一行中出现第二个“键:”或列表：含“: ”的文本需加引号',
  },
  BLOCK_IN_FLOW: { en: 'a list of lines stands inside brackets', zh: '方括号或花括号内不能写成多行列表' },
  KEY_OVER_1024_CHARS: { en: 'a key is longer than 1024 characters', zh: '键超过 1024 个字符' },
  MISSING_CHAR: { en: 'a character is missing', zh: '缺少字符' },
  MULTILINE_IMPLICIT_KEY: { en: 'expected “key: value” on this line', zh: '此行应为“键: 值”' },
  MULTIPLE_ANCHORS: { en: 'a value has two anchors (&name)', zh: '同一值有两个锚点（&name）' },
  MULTIPLE_DOCS: {
    en: 'a second document begins here: a bank file holds one, so take the --- away',
    zh: '此处开始了第二个文档：题库文件只能有一个，请删除 ---',
  },
  MULTIPLE_TAGS: { en: 'a value has two tags (!name)', zh: '同一值有两个标签（!name）' },
  RESOURCE_EXHAUSTION: { en: 'nested too deeply', zh: '嵌套过深' },
  TAB_AS_INDENT: { en: 'lines are indented by spaces, not by tabs', zh: '缩进须用空格，不能用制表符' },
  TAG_RESOLVE_FAILED: {
    en: 'a bank needs no tags (!name): write the value alone',
    zh: '题库不使用标签（!name），请直接写值',
  },
  UNEXPECTED_TOKEN: { en: 'this cannot stand here', zh: '此处不应出现该内容' },
};

const unclosed = {
  quote: { en: 'a quote is opened here and not closed', zh: '此处的引号没有闭合' },
  bracket: { en: 'a bracket is opened here and not closed', zh: '此处的括号没有闭合' },
} satisfies Record<string, Text>;

/** A fault of a YAML text: where, and in words. */
export interface YamlFault {
  readonly offset: number;
  readonly message: Text;
  readonly code: string;
}

/** The text in quotes that runs over line ends up to the line of a place: its end was probably meant to be on its first line. */
const openQuote = (document: Document, text: string, offset: number): Node | undefined => {
  let found: Node | undefined;
  const from = text.lastIndexOf('\n', offset - 1);
  visit(document, (_key, node) => {
    if (!isScalar(node) || !node.range || !/^QUOTE/.test(node.type ?? '')) return;
    const [start, end] = node.range;
    if (end >= from && start <= offset && text.slice(start, end).includes('\n')) found = node;
  });
  return found;
};

/** The innermost of the lists and maps in brackets that are the first to end without a bracket of their own. */
const openBracket = (document: Document, text: string): Node | undefined => {
  let found: Node | undefined;
  visit(document, (_key, node) => {
    if (!isCollection(node) || !node.flow || !node.range) return;
    const [start, end] = node.range;
    if (text[end - 1] === (isMap(node) ? '}' : ']') || (found && start > found.range![1])) return;
    found = node;
  });
  return found;
};

/**
 * The first fault of a text that is no YAML, or of one that uses what no bank needs; what the parser finds after it mostly
 * follows from it.
 */
export const yamlFault = (document: Document, text: string): YamlFault | undefined => {
  const [error]: readonly YAMLError[] = [...document.errors, ...document.warnings];
  if (!error) return undefined;
  const { code, message, pos } = error;
  const quote = openQuote(document, text, pos[0]);
  if (quote) return { offset: quote.range![0], message: unclosed.quote, code };
  const bracket = code === 'BAD_INDENT' && openBracket(document, text);
  if (bracket) return { offset: bracket.range![0], message: unclosed.bracket, code };
  const said = words[code];
  if (!said) return { offset: pos[0], message: { en: message, zh: `YAML 语法错误：${message}` }, code };
  // What is missing, or what was found, is said by the parser alone.
  const detail = code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN' || code === 'BAD_INDENT';
  return {
    offset: pos[0],
    message: detail ? { en: `${said.en} (${message})`, zh: `${said.zh}（${message}）` } : said,
    code,
  };
};
