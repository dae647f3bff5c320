/** The YAML parser for what is no bank; a file of its own, so that it is loaded only where it is needed. */
export { parse as parseYaml } from 'yaml';
