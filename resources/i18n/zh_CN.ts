<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>DayWords</name>
        <message>
            <source>Apr</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Aug</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dec</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Feb</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fr</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fri</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Jan</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Jul</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Jun</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mar</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>May</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mon</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nov</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Oct</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sa</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sep</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Su</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sun</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Th</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Thu</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tu</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>We</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{weekday} {day}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DueWords</name>
        <message>
            <source>Done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due soon · {left}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not started</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not timed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On time · {left}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Own: {n} day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Own: {n} days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Own: {n} workday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Own: {n} workdays</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Provisional?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{due}, provisional</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} day left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} day over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} days over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} workday left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} workday over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} workdays left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{n} workdays over</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>HeaderView</name>
        <message>
            <source>Usual columns</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PrintPreview</name>
        <message>
            <source>Print preview</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
