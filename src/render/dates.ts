import type { Language } from '../problem/text.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 2026-12-20, by the local calendar. */
export const dateText = (time: number): string => {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** 2026-12-20 09:05 */
export const timeText = (time: number): string => {
  const date = new Date(time);
  return `${dateText(time)} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};

export const weekdayText = (time: number, language: Language): string => weekdays[language][new Date(time).getDay()]!;

/** 1 h 25 min, 40 s */
export const durationText = (seconds: number, language: Language): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const units = language === 'zh' ? [' 小时', ' 分', ' 秒'] : [' h', ' min', ' s'];
  if (seconds < 60) return `${Math.round(seconds)}${units[2]}`;
  return [hours > 0 ? `${hours}${units[0]}` : '', minutes > 0 ? `${minutes}${units[1]}` : ''].filter(Boolean).join(' ');
};
