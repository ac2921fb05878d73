import { Day } from '../components/date-time.tsx';

export function ConferenceDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return startsOn === endsOn ? (
    <Day on={startsOn} />
  ) : (
    <>
      <Day on={startsOn} /> – <Day on={endsOn} />
    </>
  );
}
