/**
 * Somebody with experience, on Google Cloud: few weeks, many hours, much of the exam known already, an
 * exam day, days off and a busy calendar. The clocks of Lord Howe go back by half an hour on
 * 4 April 2027, at 02:00, in the middle of a window.
 */
import { createdState } from '../../progress/histories.ts';
import { type SampleOptions, samplePlan } from '../../support/sample-plan.ts';

/** A weekly meeting in the morning, two days away, and an afternoon that counts as free. */
const BUSY = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  'BEGIN:VEVENT',
  'UID:meeting@example.com',
  'DTSTAMP:20270301T000000Z',
  'DTSTART;TZID=Australia/Lord_Howe:20270323T060000',
  'DURATION:PT45M',
  'RRULE:FREQ=WEEKLY;COUNT=8',
  'SUMMARY:meeting',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:away@example.com',
  'DTSTAMP:20270301T000000Z',
  'DTSTART;VALUE=DATE:20270331',
  'DTEND;VALUE=DATE:20270402',
  'SUMMARY:away',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:free@example.com',
  'DTSTAMP:20270301T000000Z',
  'DTSTART:20270403T030000Z',
  'DTEND:20270403T040000Z',
  'TRANSP:TRANSPARENT',
  'SUMMARY:perhaps',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

export const EXPERT = {
  name: 'short-notice',
  certification: 'google-pmle',
  skills: 'python=4,apis=4,iam=4,statistics=4,ml=4,cloud-google=4',
  knows: ['d1', 'd2', '3.1'],
  hours: 22,
  when: 'mon-fri 05:30-07:30; sat 13:00-17:00; sat 22:00-24:00; sun 00:30-03:30; sun 14:00-18:00',
  depth: 'essential',
  start: '2027-03-22',
  exam: '2027-04-12T10:30',
  off: ['2027-03-27', '2027-04-05..2027-04-06'],
  busy: BUSY,
  timeZone: 'Australia/Lord_Howe',
  now: '2027-03-20T12:00:00.000Z',
} as const satisfies SampleOptions;

export const newlyPlanned = () => createdState(samplePlan(EXPERT));
