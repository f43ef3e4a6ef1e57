// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.table.TableHeader;
import java.util.List;

/** How columns of call logs are called, for telling what they mean. */
final class FieldWords {
    private FieldWords() {}

    /** Names in use, without blanks and punctuation, the surest first. */
    private static List<String> of(CallField field) {
        return switch (field) {
            case START ->
                    List.of(
                            "start",
                            "calldate",
                            "callstart",
                            "starttime",
                            "startdatetime",
                            "datetime",
                            "timestamp",
                            "callstarttime",
                            "calldatetime",
                            "date",
                            "day",
                            "datum",
                            "started",
                            "created",
                            "startdate");
            case TIME -> List.of("time", "timeofday", "calltime", "uhrzeit", "starttimeofday");
            case AGENT ->
                    List.of(
                            "agentid",
                            "agent",
                            "agentnumber",
                            "agentno",
                            "employeeid",
                            "userid",
                            "operator",
                            "operatorid",
                            "representative",
                            "rep",
                            "repid",
                            "server",
                            "agentname",
                            "user",
                            "employee",
                            "mitarbeiter");
            case AGENT_NAME -> List.of("agentname", "employeename", "repname", "operatorname");
            case TALK ->
                    List.of(
                            "talks",
                            "talktime",
                            "talkseconds",
                            "talkduration",
                            "avgtalkduration",
                            "talk",
                            "sertime",
                            "servicetime",
                            "conversationtime",
                            "callduration",
                            "duration",
                            "calllength",
                            "gesprächsdauer",
                            "durationseconds");
            case HOLD -> List.of("holds", "holdtime", "holdseconds", "hold", "holdduration");
            case WORK ->
                    List.of(
                            "acws",
                            "acw",
                            "aftercallworktime",
                            "aftercallwork",
                            "acwtime",
                            "wraptime",
                            "wrapup",
                            "wrapuptime",
                            "wrap",
                            "wrapupseconds",
                            "acwseconds",
                            "nachbearbeitung");
            case HANDLE ->
                    List.of(
                            "handles",
                            "handletime",
                            "aht",
                            "ahtseconds",
                            "avghandletime",
                            "averagehandletime",
                            "handlingtime",
                            "ahtsec",
                            "handleseconds",
                            "avghandletimesec",
                            "avghandletimeseconds");
            case QUEUE_TIME ->
                    List.of(
                            "queues",
                            "queuetime",
                            "waittime",
                            "waitingtime",
                            "wait",
                            "qtime",
                            "queueseconds",
                            "speedofanswer",
                            "speedofanswerinseconds",
                            "asa",
                            "waitseconds",
                            "wartezeit",
                            "timeinqueue");
            case OUTCOME ->
                    List.of(
                            "outcome",
                            "disposition",
                            "callresolutionid",
                            "calloutcome",
                            "resolutioncode",
                            "resolution",
                            "result",
                            "wrapupcode",
                            "ergebnis",
                            "callresult",
                            "dispositioncode");
            case RESOLVED ->
                    List.of(
                            "resolved",
                            "fcr",
                            "firstcallresolution",
                            "isresolved",
                            "solved",
                            "resolvedyn",
                            "fcrflag");
            case ANSWERED -> List.of("answered", "answeredyn", "isanswered", "handled");
            case CALL_TYPE ->
                    List.of(
                            "calltype",
                            "calltypeid",
                            "type",
                            "topic",
                            "reason",
                            "callreason",
                            "category",
                            "subject",
                            "thema");
            case TEAM -> List.of("team", "teamname", "group", "department", "teamid", "skill");
            case QUEUE -> List.of("queue", "queuename", "line", "channel", "campaign");
            case PLAN -> List.of("plan", "planid", "tariff", "product", "tarif");
            case EMOTION -> List.of("emotion", "sentiment", "emotionlabel");
            case RATING ->
                    List.of(
                            "rating",
                            "csat",
                            "csatscore",
                            "satisfactionrating",
                            "satisfaction",
                            "customersatisfaction",
                            "surveyscore",
                            "score");
            case CUSTOMER ->
                    List.of(
                            "customerid",
                            "customer",
                            "clientid",
                            "callerid",
                            "accountid",
                            "kunde",
                            "customernumber",
                            "phonenumber",
                            "caller");
            case CALL_ID ->
                    List.of(
                            "callid",
                            "id",
                            "interactionid",
                            "contactid",
                            "uniqueid",
                            "conversationid",
                            "callnumber");
            case RECORDING ->
                    List.of(
                            "recordingpath",
                            "recording",
                            "audiofile",
                            "recordingfile",
                            "file",
                            "wav");
            case CALLS ->
                    List.of(
                            "calls",
                            "callshandled",
                            "handledcalls",
                            "totalcalls",
                            "callcount",
                            "numberofcalls");
            case RESOLVED_CALLS -> List.of("resolvedcalls", "callsresolved", "resolvedbyagent");
            case RESOLVED_SHARE ->
                    List.of("fcrrate", "resolutionrate", "resolvedrate", "fcrpercent");
        };
    }

    /** How well a column's name fits a field: 1 for its first name down to 0 for none. */
    static double fit(CallField field, String column) {
        String name = TableHeader.normal(column);
        List<String> words = of(field);
        int at = words.indexOf(name);
        return at < 0 ? 0 : 1 - 0.5 * at / words.size();
    }
}
