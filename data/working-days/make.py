#!/usr/bin/env python3
"""Makes holidays.csv and notice.csv, which the tests compare with what the program computes.

Another way than the program's on purpose: Easter comes from python3-dateutil, which follows Oudin (1940); the program
follows Meeus, Jones and Butcher. The program walks back day by day; here all working days stand in one list, and the
notice is a step of so many places in it. The ten holidays are those of Belgian law, written out again.
"""
import csv
from bisect import bisect_left
from datetime import date, timedelta
from pathlib import Path
from dateutil.easter import easter

FIRST, LAST = 2024, 2030
here = Path(__file__).parent
one = timedelta(days=1)


def holidays(year):
    sunday = easter(year)
    fixed = [(1, 1, 'newYear'), (5, 1, 'labourDay'), (7, 21, 'nationalDay'), (8, 15, 'assumption'), (11, 1, 'allSaints'), (11, 11, 'armistice'), (12, 25, 'christmas')]
    return sorted([(date(year, m, d), name) for m, d, name in fixed]
                  + [(sunday + one, 'easterMonday'), (sunday + 39 * one, 'ascension'), (sunday + 50 * one, 'whitMonday')])


named = [h for year in range(FIRST - 1, LAST + 1) for h in holidays(year)]
off = {day for day, _ in named}
start = date(FIRST - 1, 11, 1)
days = [start + one * i for i in range((date(LAST, 12, 31) - start).days + 1)]
working = [day for day in days if day.isoweekday() < 6 and day not in off]

with open(here / 'holidays.csv', 'w', newline='') as file:
    out = csv.writer(file, lineterminator='\n')
    out.writerow(['day', 'holiday'])
    out.writerows((day, name) for day, name in named if day.year >= FIRST)

with open(here / 'notice.csv', 'w', newline='') as file:
    out = csv.writer(file, lineterminator='\n')
    out.writerow(['meeting', 'latest', 'latestUrgent', 'weekdayHolidaysBetween'])
    for meeting in (day for day in days if day.year >= FIRST):
        before = bisect_left(working, meeting)  # working days before the meeting
        latest, urgent = (working[before - count] - one for count in (10, 3))
        between = sum(1 for day in off if latest < day < meeting and day.isoweekday() < 6)
        out.writerow([meeting, latest, urgent, between])
