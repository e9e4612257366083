"""Reads a calendar file with python3-icalendar and prints what it says as JSON.

Local times are read twice: as the library does, and by the file's own VTIMEZONE.
"""
import json
import sys
from datetime import datetime

import pytz
from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

zones = {str(z["TZID"]): z.to_tz() for z in calendar.walk("VTIMEZONE")}


def minutes(moment):
    return int(moment.timestamp()) // 60


def by_vtimezone(prop):
    moment = prop.dt
    zone = zones.get(str(prop.params.get("TZID", "")))
    if zone is None:
        return minutes(moment)
    return minutes(zone.localize(moment.replace(tzinfo=None), is_dst=None))


def read(event):
    start, end = event["DTSTART"], event["DTEND"]
    timed = isinstance(start.dt, datetime)
    stamp = event["DTSTAMP"].dt
    assert stamp.tzinfo is not None and stamp.utcoffset().total_seconds() == 0, stamp
    return {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": minutes(start.dt) if timed else str(start.dt),
        "end": minutes(end.dt) if timed else str(end.dt),
        "byZone": [by_vtimezone(start), by_vtimezone(end)] if timed else None,
        "alarms": [
            int(alarm["TRIGGER"].dt.total_seconds()) // 60 for alarm in event.walk("VALARM")
        ],
    }


json.dump([read(event) for event in calendar.walk("VEVENT")], sys.stdout)
