using System.Reflection;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Browser;

/// <summary>How the sweep reaches a page in one of its states: as whom, and under which address.</summary>
/// <param name="Route">The template that stands on the page.</param>
/// <param name="Path">The address; asks the commission when it needs the id of something.</param>
/// <param name="State">What is to be seen there, in a word; empty for the page as one finds it.</param>
/// <param name="As">Full name of someone who may see it; null for whoever passes by.</param>
public sealed record PageVisit(string Route, Func<SweptCommission, string> Path, string State = "", string? As = null)
{
    /// <summary>A screen for everyone in the room has its own languages, and a heading in each.</summary>
    public bool IsBigScreen => Route == PageVisits.BigScreen;

    /// <summary>Where its picture lies.</summary>
    public string Name => string.Join('-', (Route + '/' + State).Split(['/', '{', '}', ':'], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "start";

    public override string ToString() => $"{Route} {State}";
}

public static class PageVisits
{
    public const string BigScreen = "/display/{key}";

    private const string Member = "Aline Delvausart";
    private const string OtherMember = "Maëlle Orvaliez";
    private const string Administration = "Anneleen Schoutenaert";
    private const string President = "Hélène Vanmarckebosch";
    private const string Secretary = "Bram Haeseldonckx";
    private const string Jurist = "Corentin Lahautmont";
    private const string Administrator = "Amélie Noyelmans";
    private const string Applicant = "Ysaline Grosdent";
    private const string Newcomer = "Évariste Molhant";
    private const string Nowhere = "00000000-0000-4000-8000-000000000000";

    /// <summary>At least one line for each page. A page that is missing here fails a test.</summary>
    public static ImmutableArray<PageVisit> All { get; } =
    [
        Open("/"),
        Open("/specimens"),
        Open("/not-found", "/no-such-page"),
        Open("/error"),
        Open("/simulators"),
        Open("/simulators/quorum"),
        Open("/simulators/decision"),
        Open("/simulators/notice"),
        Open("/simulators/deadline"),
        Open("/simulators/deadline", "/simulators/deadline?completeOn=2026-05-20&from=2026-06-01&to=2026-06-05&from=x&to=2026-09-01", "sent"),
        Open("/simulators/eligibility"),
        Open("/simulators/eligibility", "/simulators/eligibility?filingOn=2026-11-23&performances=2&year=2025&amount=3000&activity=Core&proven=0&year=2024&amount=x&activity=Peripheral", "sent"),
        Open("/cadastre"),
        Open("/cadastre", "/cadastre?words=zzz", "none-found"),
        Open("/cadastre/{Code}", "/cadastre/painter", "from-the-start"),
        new("/cadastre/{Code}", _ => $"/cadastre/{SweptPrinciples.Activity}", "changed"),
        Open("/cadastre/{Code}", "/cadastre/no-such-activity", "missing"),
        Open("/principles"),
        Open("/figures"),
        Open("/figures", "/figures?year=1999", "none"),
        Open("/principles", "/principles?words=zzz&day=2026-01-01", "none-found"),
        new("/principles/{Number}", swept => $"/principles/{swept.Principles.Number}"),
        Open("/principles/{Number}", "/principles/2000-P-0001", "missing"),
        Open("/attestation"),
        Open("/attestation", "/attestation?core=9000&core=&core=8000,50&performances=3&plan=yes", "worked-out"),
        Open("/attestation", "/attestation?core=x", "unusable"),
        Open("/amateur"),
        Open("/amateur", "/amateur?year=2025&days=35&row=9&indemnity=90&travel=30,50", "above"),
        Open("/amateur", "/amateur?days=x", "unusable"),
        Open("/sittings"),
        Open("/accessibility"),
        Open("/privacy"),
        Open("/genuine"),
        Open("/check"),
        Open("/check", "/check?code=0000000000000000", "unknown"),
        new("/check", swept => $"/check?code={swept.Holder.Code}", "valid"),
        new("/check", swept => $"/check?code={swept.Rulings.Code}", "letter"),
        Open("/account/sign-in"),
        Open("/account/forgotten"),
        Open("/account/sign-up"),
        Open("/account/password", "/account/password?key=used", "used-up"),
        new("/account/password", swept => swept.InvitationPage, "invited"),
        Open("/account/no-access"),
        new("/answer", swept => swept.AnswerPage, "asked"),
        Open("/answer", "/answer?key=forged", "forged"),
        Open("/dev/sign-in"),
        Open("/dev/sign-in", "/dev/sign-in?find=zzz", "nobody"),
        Open(BigScreen, "/display/demo"),

        For(Member, "/"),
        For(Member, "/account"),
        For(Member, "/calendar"),
        For(Member, "/calendar", _ => "/calendar?view=list", "list"),
        For(Member, "/chambers"),
        For(Member, "/chambers/{Id:guid}", swept => $"/chambers/{swept.RestrictedChamber}", "restricted"),
        For(Member, "/chambers/{Id:guid}", swept => $"/chambers/{swept.EnlargedChamber}", "enlarged"),
        For(Member, "/chambers/{Id:guid}", _ => $"/chambers/{Nowhere}", "missing"),
        For(Member, "/account/confidentiality"),
        For(Member, "/fees", swept => $"/fees?{swept.Attended.Quarter}", "claims"),
        For(Member, "/fees", _ => "/fees?year=2020&quarter=1", "none"),
        For(Member, "/meetings"),
        For(Member, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Meeting}", "member"),
        For(Member, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Convened}", "convened-member"),
        For(Member, "/meetings/{Id:guid}/proxy", swept => $"/meetings/{swept.Convened}/proxy", "not-away"),
        For(Member, "/letters", _ => "/letters", "refused"),
        For(Member, "/room/{Id:guid}", swept => $"/room/{swept.Meeting}", "chair"),
        For(Member, "/jobs", _ => "/jobs", "refused"),
        For(Member, "/conflicts"),
        For(Member, "/meetings/others", _ => "/meetings/others", "refused"),
        For(Administration, "/", _ => "/", "administration"),
        For(Administration, "/conflicts", _ => "/conflicts", "none"),
        For(Administration, "/meetings/others"),
        For(Administration, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Convened}", "looked-into"),
        For(OtherMember, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Meeting}", "stranger"),
        For(OtherMember, "/meetings/{Id:guid}/proxy", swept => $"/meetings/{swept.Convened}/proxy", "stranger"),
        For(OtherMember, "/room/{Id:guid}", swept => $"/room/{swept.Meeting}", "stranger"),

        For(Secretary, "/"),
        For(Secretary, "/calendar"),
        For(Secretary, "/calendar", _ => "/calendar?view=week", "week"),
        For(Secretary, "/calendar", _ => "/calendar?view=list", "secretariat-list"),
        For(Secretary, "/calendar", _ => "/calendar?day=2031-02-01", "nothing"),
        For(Secretary, "/calendar/files"),
        For(Secretary, "/calendar/series"),
        For(Secretary, "/calendar/dates"),
        For(Secretary, "/calendar/dates", _ => $"/calendar/dates?chamber={Nowhere}", "none"),
        For(Secretary, "/calendar/dates/{Id:guid}", swept => $"/calendar/dates/{swept.ProvisionalDate}"),
        For(Secretary, "/calendar/dates/{Id:guid}", _ => $"/calendar/dates/{Nowhere}", "missing"),
        For(Secretary, "/chambers/{Id:guid}", swept => $"/chambers/{swept.RestrictedChamber}", "secretariat"),
        For(Secretary, "/chambers"),
        For(Secretary, "/chambers/mandates"),
        For(Secretary, "/chambers/seats/{Id:guid}", swept => $"/chambers/seats/{swept.Seat}", "held"),
        For(Secretary, "/chambers/seats/{Id:guid}", swept => $"/chambers/seats/{swept.VacantSeat}", "vacant"),
        For(Secretary, "/chambers/seats/{Id:guid}", _ => $"/chambers/seats/{Nowhere}", "missing"),
        For(Secretary, "/chambers/attendance"),
        For(Secretary, "/chambers/attendance/{Id:guid}", swept => $"/chambers/attendance/{swept.Attended.Member}", "secretariat"),
        For(Secretary, "/chambers/attendance/{Id:guid}", _ => $"/chambers/attendance/{Nowhere}", "missing"),
        For(Secretary, "/chambers/declarations"),
        For(Secretary, "/fees", swept => $"/fees?{swept.Attended.Quarter}", "statements"),
        For(Secretary, "/fees", _ => "/fees?year=2020&quarter=1", "nothing-due"),
        For(Secretary, "/exports"),
        For(Secretary, "/year", _ => "/year?from=2026-01-01&until=2027-12-31", "secretariat"),
        For(Secretary, "/year", _ => "/year?from=2045-01-01&until=2045-12-31", "nothing"),
        For(Administrator, "/year", _ => "/year?from=2026-12-01&until=2026-01-27", "not-as-asked"),
        For(Administrator, "/year", _ => "/year?from=2026-01-01&until=2027-12-31", "administrator"),
        For(Member, "/year", _ => "/year", "refused"),
        For(Secretary, "/year/report/{Year:int}", _ => "/year/report/2026", "secretariat"),
        For(Administrator, "/year/report/{Year:int}", _ => "/year/report/2024", "administrator"),
        For(Secretary, "/year/report/{Year:int}", _ => "/year/report/1999", "none"),
        For(Secretary, "/year/report/{Year:int}/write", _ => "/year/report/2026/write"),
        For(Secretary, "/year/report/{Year:int}/write", _ => "/year/report/1999/write", "none"),
        For(Secretary, "/year/list", _ => "/year/list?figure=Received&part=&from=2026-01-01&until=2027-12-31", "received"),
        For(Secretary, "/year/list", _ => "/year/list?figure=Granted&part=starter&from=2031-01-01&until=2031-12-31", "none"),
        For(Secretary, "/import"),
        For(Secretary, "/import", _ => "/import?kind=transitional", "transitional"),
        For(Secretary, "/import", _ => "/import?kind=applications", "applications"),
        For(Secretary, "/meetings"),
        For(Secretary, "/meetings", _ => "/meetings?state=cancelled", "none-found"),
        For(Secretary, "/meetings/new"),
        For(Secretary, "/meetings/new", swept => $"/meetings/new?date={swept.ProvisionalDate}", "on-a-date"),
        For(Secretary, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Meeting}", "secretariat"),
        For(Secretary, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Convened}", "convened"),
        For(Secretary, "/meetings/new", swept => $"/meetings/new?first={swept.Failed}", "a-second"),
        For(Secretary, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Failed}", "failed"),
        For(Secretary, "/meetings/{Id:guid}", swept => $"/meetings/{swept.Endangered}", "endangered"),
        For(Secretary, "/meetings/{Id:guid}/letters", swept => $"/meetings/{swept.Convened}/letters", "nobody"),
        For(Secretary, "/meetings/{Id:guid}/letters", swept => $"/meetings/{swept.Convened}/letters?person={swept.Convoked}", "one"),
        For(Secretary, "/meetings/{Id:guid}/report", swept => $"/meetings/{swept.Attended.Meeting}/report", "written"),
        For(Secretary, "/meetings/{Id:guid}/report", swept => $"/meetings/{swept.Reported}/report", "supplied"),
        For(Member, "/meetings/{Id:guid}/report", swept => $"/meetings/{swept.Reported}/report", "read"),
        For(Member, "/meetings/{Id:guid}/report", swept => $"/meetings/{swept.Attended.Meeting}/report", "not-yet"),
        For(Secretary, "/meetings/{Id:guid}/decisions", swept => $"/meetings/{swept.Attended.Meeting}/decisions", "secretariat"),
        For(Member, "/meetings/{Id:guid}/decisions", swept => $"/meetings/{swept.Attended.Meeting}/decisions", "not-theirs"),
        For(Secretary, "/decisions/post"),
        For(Secretary, "/decisions/{Id:guid}", swept => $"/decisions/{swept.Rulings.Drafted}", "being-written"),
        For(Secretary, "/decisions/{Id:guid}", swept => $"/decisions/{swept.Rulings.ToRead}", "to-read"),
        For(Secretary, "/decisions/{Id:guid}", swept => $"/decisions/{swept.Rulings.Sent}", "sent"),
        For(Secretary, "/decisions/{Id:guid}", swept => $"/decisions/{swept.Rulings.Correction}", "correction"),
        For(Secretary, "/decisions/{Id:guid}", swept => $"/decisions/{swept.Rulings.Altered}", "not-as-signed"),
        For(Secretary, "/letters"),
        For(Secretary, "/letters", _ => "/letters?kind=alarm&language=de", "alarm"),
        For(Secretary, "/mail/{Id:guid}", swept => $"/mail/{swept.FailedMail}", "secretariat"),
        For(Secretary, "/room/{Id:guid}", swept => $"/room/{swept.Meeting}", "secretariat"),

        For(Secretary, "/files"),
        For(Secretary, "/files", _ => "/files?state=Cancelled", "none-found"),
        For(Member, "/decisions"),
        For(Secretary, "/decisions", _ => "/decisions?domain=plasticArts&words=zzz", "none-found"),
        For(Member, "/files/chambers", _ => "/files/chambers", "refused"),
        For(President, "/files/chambers"),
        For(Secretary, "/files/{Id:guid}", swept => $"/files/{swept.Application}", "asked"),
        For(Secretary, "/files/{Id:guid}", _ => $"/files/{Nowhere}", "missing"),
        For(Secretary, "/files/{Id:guid}", swept => $"/files/{swept.Holder.Refused}", "refused"),
        For(Secretary, "/files/{Id:guid}", swept => $"/files/{swept.Holder.Appeal}", "appeal"),
        For(Secretary, "/attestations"),
        For(Secretary, "/attestations", _ => "/attestations?standing=Waiting", "none-found"),

        For(Secretary, "/files/{Id:guid}", swept => $"/files/{swept.Prepared}", "question"),
        For(Member, "/meetings/{Meeting:guid}/files/{Id:guid}", swept => $"/meetings/{swept.Convened}/files/{swept.Prepared}", "prepared"),
        For(Secretary, "/measures"),
        For(Secretary, "/measures", _ => "/measures?number=2023-A-000006", "found"),
        For(Secretary, "/measures/new/{Kind}/{Id:guid}", swept => $"/measures/new/suspension/{swept.Holder.Attestation}"),
        For(Secretary, "/measures/{Id:guid}", swept => $"/measures/{swept.Holder.Measure}", "waiting"),
        For(Secretary, "/measures/{Id:guid}", swept => $"/measures/{swept.ByLetter}", "by-letter"),
        For(Secretary, "/measures/{Id:guid}/letter", swept => $"/measures/{swept.ByLetter}/letter"),
        For(Secretary, "/measures/{Id:guid}/letter", swept => $"/measures/{swept.Holder.Measure}/letter", "none"),
        For(Secretary, "/measures/{Id:guid}", swept => $"/measures/{swept.Heard}", "heard"),
        For(Secretary, "/measures/{Id:guid}/letter", swept => $"/measures/{swept.Heard}/letter", "meeting"),
        For(Member, "/meetings/{Meeting:guid}/measures/{Id:guid}", swept => $"/meetings/{swept.Convened}/measures/{swept.Heard}", "prepared"),
        For(Secretary, "/messages", _ => "/messages", "waiting"),
        For(Secretary, "/interpretation"),
        For(Jurist, "/interpretation", _ => "/interpretation?words=zzz", "none-found"),
        For(Jurist, "/interpretation/{Id:guid}", _ => $"/interpretation/{SweptCommission.Asked}", "to-answer"),
        For(Secretary, "/interpretation/{Id:guid}", _ => $"/interpretation/{SweptCommission.Answered}", "answered"),
        For(Jurist, "/interpretation/{Id:guid}", _ => $"/interpretation/{Nowhere}", "missing"),
        For(Secretary, "/assist"),
        For(Secretary, "/assist", _ => "/assist?search=tillemans", "found"),
        For(Secretary, "/assist/{Person:guid}/{Part}", swept => $"/assist/{swept.Holder.Person}/profile", "profile"),
        For(Secretary, "/assist/{Person:guid}/{Part}", swept => $"/assist/{swept.Holder.Person}/application", "application"),
        For(Secretary, "/assist/{Person:guid}/{Part}", _ => $"/assist/{Nowhere}/profile", "missing"),
        For(Secretary, "/proposals"),
        For(Secretary, "/proposals/new"),
        For(Secretary, "/proposals/new", _ => "/proposals/new?subject=Activity", "activity"),
        For(Secretary, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Draft}", "draft"),
        For(Secretary, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Discussed}", "discussed"),
        For(Secretary, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Adopted}", "adopted"),
        For(Secretary, "/proposals/{Id:guid}/write", swept => $"/proposals/{swept.Principles.Draft}/write"),
        For(Secretary, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Adopted}", "adopted"),
        For(Secretary, "/proposals/{Id:guid}/write", _ => $"/proposals/{Nowhere}/write", "missing"),
        For(Member, "/proposals"),
        For(Member, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Discussed}", "member"),
        For(Member, "/proposals/{Id:guid}", swept => $"/proposals/{swept.Principles.Draft}", "not-theirs"),
        For(Secretary, "/amateurs"),
        For(Secretary, "/amateurs", _ => "/amateurs?search=zzz", "none-found"),
        For(SweptHolder.Refused, "/my/amateur", _ => "/my/amateur?year=2025", "registered"),
        For(Newcomer, "/my/amateur", _ => "/my/amateur", "not-yet"),
        For(Member, "/measures", _ => "/measures", "refused"),
        For(Member, "/meetings/{Meeting:guid}/measures/{Id:guid}", swept => $"/meetings/{swept.Meeting}/measures/{swept.Holder.Measure}", "not-to-read"),
        For(SweptHolder.Refused, "/my/measures/{Id:guid}", swept => $"/my/measures/{swept.Holder.Measure}", "invited"),
        For(SweptHolder.Refused, "/my/applications", _ => "/my/applications", "examined"),

        For(Member, "/meetings/{Meeting:guid}/files/{Id:guid}", swept => $"/meetings/{swept.Meeting}/files/{swept.Application}", "not-to-read"),

        For(Applicant, "/", _ => "/", "applicant"),
        For(Applicant, "/my/profile", _ => "/my/profile", "filled"),
        For(Applicant, "/my/applications", _ => "/my/applications", "one"),
        For(Applicant, "/my/applications/{Id:guid}", swept => $"/my/applications/{swept.Application}", "asked"),
        For(Applicant, "/my/applications/{Id:guid}", _ => $"/my/applications/{Nowhere}", "missing"),
        For(SweptHolder.Name, "/my/applications", _ => "/my/applications", "holder"),
        For(SweptHolder.Name, "/my/applications/new", _ => "/my/applications/new", "renewal"),
        For(SweptHolder.Name, "/my/profile", _ => "/my/profile", "holder"),
        For(SweptHolder.Name, "/my/applications/{Id:guid}", swept => $"/my/applications/{swept.Holder.Appeal}", "appeal"),
        For(SweptHolder.Refused, "/my/applications/{Id:guid}", swept => $"/my/applications/{swept.Holder.Refused}", "refused"),
        For(SweptHolder.Refused, "/my/decisions/{Id:guid}", swept => $"/my/decisions/{swept.Rulings.Sent}", "letter"),
        For(Applicant, "/my/decisions/{Id:guid}", swept => $"/my/decisions/{swept.Rulings.Sent}", "not-theirs"),
        For(Newcomer, "/my/profile", _ => "/my/profile", "empty"),
        For(Newcomer, "/my/applications", _ => "/my/applications", "none"),
        For(Newcomer, "/my/applications/new", _ => "/my/applications/new", "gaps"),

        For(SweptBodies.Institution, "/", _ => "/", "institution"),
        For(SweptBodies.Institution, "/institution"),
        For(SweptBodies.Inspection, "/", _ => "/", "inspection"),
        For(SweptBodies.Inspection, "/inspection", _ => "/inspection", "asked"),
        For(SweptBodies.OtherInspection, "/inspection", _ => "/inspection", "none"),
        For(Administrator, "/bodies"),
        For(Administrator, "/people"),
        For(Administrator, "/people", _ => "/people?find=zzz", "nobody"),
        For(Administrator, "/people/new"),
        For(Administrator, "/people/{Id:guid}", swept => $"/people/{swept.Person}"),
        For(Administrator, "/people/{Id:guid}", swept => $"/people/{swept.Unreached}", "mail-comes-back"),
        For(Administrator, "/people/{Id:guid}", _ => $"/people/{Nowhere}", "missing"),
        For(Administrator, "/mail"),
        For(Administrator, "/mail", _ => "/mail?search=zzz", "none-found"),
        For(Administrator, "/mail/{Id:guid}", swept => $"/mail/{swept.FailedMail}", "failed"),
        For(Administrator, "/mail/{Id:guid}", _ => $"/mail/{Nowhere}", "missing"),
        For(Administrator, "/jobs"),
        For(Administrator, "/removed"),
    ];

    public static ImmutableArray<string> Routes { get; } =
    [
        .. typeof(Language).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
            .Append(BigScreen).Order(StringComparer.Ordinal),
    ];

    private static PageVisit Open(string route, string? path = null, string state = "") => new(route, _ => path ?? route, state);

    private static PageVisit For(string person, string route) => For(person, route, _ => route, person == Secretary ? "secretariat" : person == Member ? "member" : "");

    private static PageVisit For(string person, string route, Func<SweptCommission, string> path, string state = "") => new(route, path, state, person);
}
