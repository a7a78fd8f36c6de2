using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>Gives seats to the duos that the rows name, seats to their chambers, and chambers their chairs.</summary>
internal sealed class SeatChanges(WitaLiveDb db, Dictionary<string, Person> persons, LegalComposition law, List<CellProblem> problems)
{
    private Dictionary<SeatKey, Seat> _seats = [];
    private List<Chamber> _chambers = [];

    public async Task ReadAsync(CancellationToken ct)
    {
        _seats = (await db.Seats.AsSplitQuery().ToListAsync(ct)).ToDictionary(s => new SeatKey(s.Section, s.Group, s.Number));
        _chambers = await db.Chambers.AsSplitQuery().Where(c => c.AdHocLanguage == null && c.Section != null).ToListAsync(ct);
    }

    public void Apply(IReadOnlyList<MemberRow> rows)
    {
        foreach (var twice in rows.GroupBy(r => r.Email).Where(g => g.Count() > 1))
            foreach (var row in twice.Skip(1))
                problems.Add(new(row.Row, "Email", row.Email, "TwoSeats", [twice.First().Row]));
        foreach (var duo in rows.GroupBy(r => r.Seat!.Value))
            Appoint(duo.Key, [.. duo]);
        LookElsewhere(rows);
        Distribute(rows);
        foreach (var row in rows.Where(r => r.ChamberRole is not null))
            Elect(row);
    }

    private void Appoint(SeatKey key, MemberRow[] rows)
    {
        foreach (var same in rows.GroupBy(r => r.IsSubstitute))
            foreach (var row in same.Skip(1))
                problems.Add(new(row.Row, "Capacity", "", "SeatTwice", [same.First().Row]));
        if (!_seats.TryGetValue(key, out var seat))
        {
            problems.Add(new(rows[0].Row, "Seat", $"{key.Number}", "NoSuchSeat", []));
            return;
        }
        if (Array.Find(rows, r => !r.IsSubstitute) is not { } effective)
        {
            problems.Add(new(rows[0].Row, "Capacity", "", "SubstituteAlone", []));
            return;
        }
        var substitute = Array.Find(rows, r => r.IsSubstitute);
        if (substitute is not null && (substitute.From, substitute.Until) != (effective.From, effective.Until))
            problems.Add(new(substitute.Row, "From", substitute.From?.ToShortDay() ?? "", "OtherTerm", [effective.Row]));
        if (substitute?.Email != effective.Email)
            Appoint(seat, effective, persons[effective.Email].Id, substitute is null ? null : persons[substitute.Email].Id);
    }

    private void Appoint(Seat seat, MemberRow row, PersonId effective, PersonId? substitute)
    {
        var term = new Term(row.From!.Value, row.Until);
        if (seat.Mandates.Any(m => m.Effective == effective && m.Substitute == substitute && m.Term == term))
            return;

        // Whoever held the seat before held it until the day before.
        foreach (var before in seat.Mandates.Where(m => m.Term.Overlaps(term) && m.Term.From < term.From).ToList())
            seat.End(before.Id, term.From.AddDays(-1));
        if (seat.Appoint(new(Guid.NewGuid()), effective, substitute, term) is Result<Mandate>.Refused(SeatTaken taken))
            problems.Add(new(row.Row, "From", term.From.ToShortDay(), "SeatHeld", [taken.From.ToShortDay(), taken.Until?.ToShortDay() ?? "…"]));
    }

    // Nobody votes twice: a person holds one seat on any day, also one that no row is about.
    private void LookElsewhere(IReadOnlyList<MemberRow> rows)
    {
        var held = (from seat in _seats
                    from mandate in seat.Value.Mandates
                    from person in new[] { mandate.Effective, mandate.Substitute }.OfType<PersonId>()
                    select (Seat: seat.Key, mandate.Term, Person: person)).ToLookup(one => one.Person);
        foreach (var row in rows.GroupBy(r => r.Email).Where(g => g.Count() == 1).Select(g => g.Single()))
        {
            var term = new Term(row.From!.Value, row.Until);
            if (held[persons[row.Email].Id].FirstOrDefault(one => one.Seat != row.Seat && one.Term.Overlaps(term)) is { Term: { } other } elsewhere)
                problems.Add(new(row.Row, "Email", row.Email, "SeatElsewhere",
                    [elsewhere.Seat.InWords(law), other.From.ToShortDay(), other.Until?.ToShortDay() ?? "…"]));
        }
    }

    private void Distribute(IReadOnlyList<MemberRow> rows)
    {
        var told = rows.Where(r => r.Chambers.Length > 0).GroupBy(r => r.Seat!.Value)
            .Where(g => _seats.ContainsKey(g.Key))
            .Select(g => (Seat: _seats[g.Key], Row: g.First(), Numbers: g.SelectMany(r => r.Chambers).ToHashSet())).ToList();
        told.RemoveAll(t => IsElsewhere(t.Seat, t.Row, t.Numbers));

        var moved = told.Select(t => t.Seat.Id).ToHashSet();
        var groups = _seats.Values.ToDictionary(s => s.Id, s => s.Group);
        foreach (var chamber in _chambers)
        {
            var mine = told.Where(t => t.Seat.Section == chamber.Section && t.Numbers.Contains(chamber.Number)).ToList();
            var seats = chamber.Seats.Where(s => !moved.Contains(s)).Concat(mine.Select(t => t.Seat.Id)).ToHashSet();
            if (seats.SetEquals(chamber.Seats))
                continue;
            // The law gave each chamber its number of seats of each group when the database was filled; an import keeps to it.
            var before = chamber.Seats.CountBy(s => groups[s]).ToDictionary();
            var after = seats.CountBy(s => groups[s]).ToDictionary();
            var wrong = before.Keys.Union(after.Keys).Where(g => before.GetValueOrDefault(g) != after.GetValueOrDefault(g)).ToList();
            foreach (var group in wrong)
                problems.Add(new(mine.FirstOrDefault().Row?.Row ?? told[0].Row.Row, "Chamber", $"{chamber.Number}", "ChamberIncomplete",
                    [chamber.Number, after.GetValueOrDefault(group), law.GroupName(group, Language.Current.Code), before.GetValueOrDefault(group)]));
            if (wrong.Count == 0)
                chamber.Seat(seats);
        }
    }

    private bool IsElsewhere(Seat seat, MemberRow row, HashSet<int> numbers)
    {
        var known = _chambers.Where(c => c.Section == seat.Section).Select(c => c.Number).Order().ToList();
        var unknown = numbers.Except(known).ToList();
        problems.AddRange(unknown.Select(n => new CellProblem(row.Row, "Chamber", $"{n}", "NoSuchChamber", [string.Join(", ", known)])));
        return unknown.Count > 0;
    }

    private void Elect(MemberRow row)
    {
        if (_chambers.Find(c => c.Section == row.Seat!.Value.Section && c.Number == row.Chambers[0]) is not { } chamber)
            return; // said already
        var mine = chamber.Seats.ToHashSet();
        var members = _seats.Values.Where(s => mine.Contains(s.Id)).SelectMany(s => s.Mandates).SelectMany(m => new[] { m.Effective, m.Substitute })
            .OfType<PersonId>().ToHashSet();
        var (person, isChair) = (persons[row.Email].Id, row.ChamberRole == MemberSheet.Chair);
        var other = isChair ? chamber.SubstituteChair : chamber.Chair;
        if (other is { } beside && (beside == person || !members.Contains(beside)))
            other = null;
        if (chamber.Elect(isChair ? person : other, isChair ? other : person, members) is not null)
            problems.Add(new(row.Row, "ChamberRole", "", "ChairNotOfTheChamber", [chamber.Number]));
    }
}
