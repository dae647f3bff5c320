/** A day of study ends at four in the morning: what is learnt past midnight belongs to the evening before. */
const firstHour = 4;

const dayMs = 24 * 60 * 60 * 1000;

const startOf = (time: number): Date => {
  const date = new Date(time);
  if (date.getHours() < firstHour) date.setDate(date.getDate() - 1);
  date.setHours(firstHour, 0, 0, 0);
  return date;
};

/** When the day of study begins that lies `days` after the one of `time`, in milliseconds; by the local calendar. */
export const startOfDay = (time: number, days = 0): number => {
  const date = startOf(time);
  return date.setDate(date.getDate() + days);
};

/** How many days of study lie between two times: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: number, to: number): number => {
  const count = (time: number): number => {
    const date = startOf(time);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
  };
  return count(to) - count(from);
};
