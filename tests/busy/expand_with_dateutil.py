"""Busy times by python3-icalendar (reading) and dateutil (expansion): an independent second opinion.

Reads a JSON list of {"text", "learner", "from", "to"} from stdin, epoch minutes; answers for each
the busy stretches as [start, end] in epoch minutes, neither sorted nor merged.
"""
import json
import sys
from datetime import datetime, time, timedelta

from dateutil import tz
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar


def epoch(moment, zone):
    """A naive wall time in a zone; a time in a gap moves forward, of a repeated hour the first."""
    return int(tz.resolve_imaginary(moment.replace(tzinfo=zone, fold=0)).timestamp() // 60)


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def naive(value, zone):
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value.tzinfo is None:
        return value
    return value.astimezone(zone).replace(tzinfo=None)


def zone_of(prop, learner):
    if isinstance(prop.dt, datetime) and prop.dt.tzinfo is not None:
        return tz.gettz(prop.params.get("TZID", "UTC"))
    return learner


def read(case):
    learner = tz.gettz(case["learner"])
    busy = []
    events = Calendar.from_ical(case["text"]).walk("VEVENT")
    replaced = set()
    for event in events:
        if "RECURRENCE-ID" in event:
            prop = event["RECURRENCE-ID"]
            zone = zone_of(prop, learner)
            replaced.add((event["UID"], epoch(naive(prop.dt, zone), zone)))
    for event in events:
        free = event.get("TRANSP") == "TRANSPARENT" or event.get("STATUS") == "CANCELLED"
        if free:
            continue
        prop = event["DTSTART"]
        zone = zone_of(prop, learner)
        start = naive(prop.dt, zone)
        whole_days = not isinstance(prop.dt, datetime)
        length = event["DURATION"].dt
        occurrences = rruleset()
        occurrences.rdate(start)
        for rule in as_list(event.get("RRULE")):
            if "UNTIL" in rule:
                rule["UNTIL"] = [naive(until, zone) for until in rule["UNTIL"]]
            occurrences.rrule(rrulestr(rule.to_ical().decode(), dtstart=start))
        for dates in as_list(event.get("RDATE")):
            for item in dates.dts:
                occurrences.rdate(naive(item.dt, zone))
        for dates in as_list(event.get("EXDATE")):
            for item in dates.dts:
                occurrences.exdate(naive(item.dt, zone))
        latest = datetime.utcfromtimestamp(case["to"] * 60) + timedelta(days=2)
        for moment in occurrences:
            if moment > latest:
                break
            begin = epoch(moment, zone)
            if "RECURRENCE-ID" not in event and (event["UID"], begin) in replaced:
                continue
            if whole_days:
                end = epoch(moment + length, zone)
            else:
                end = begin + int(length.total_seconds() // 60)
            if end > case["from"] and begin < case["to"]:
                busy.append([max(begin, case["from"]), min(end, case["to"])])
    return busy


json.dump([read(case) for case in json.load(sys.stdin)], sys.stdout)
