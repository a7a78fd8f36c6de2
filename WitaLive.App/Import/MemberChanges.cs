using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Import;

/// <summary>
/// Brings a context to what the rows say; saving it, or not, is up to the caller, so that what is shown before and what is done after are one.
/// Applied a second time it finds everything in place and changes nothing: people are known by their address, seats by their number.
/// </summary>
/// <param name="mayGrant">Roles are an administrator's to grant, here as on the page of a person; one that is held already is no grant.</param>
internal sealed class MemberChanges(WitaLiveDb db, LegalComposition law, List<CellProblem> problems, bool mayGrant)
{
    private readonly Dictionary<string, Person> _persons = [];
    private readonly Dictionary<string, MemberRow> _firstRows = [];
    private HashSet<Guid> _accounts = [];
    private HashSet<(Guid, Guid)> _roles = [];
    private List<Office> _offices = [];

    public async Task ApplyAsync(IReadOnlyList<MemberRow> rows, Action<int> done, CancellationToken ct)
    {
        var seats = new SeatChanges(db, _persons, law, problems);
        await db.ReadAtOneMomentAsync(async () =>
        {
            foreach (var person in await db.Persons.ToListAsync(ct))
                _persons.Add(person.Email, person);
            _accounts = [.. await db.Users.Select(u => u.Id).ToListAsync(ct)];
            _roles = [.. (await db.UserRoles.AsNoTracking().ToListAsync(ct)).Select(r => (r.UserId, r.RoleId))];
            _offices = await db.Offices.ToListAsync(ct);
            await seats.ReadAsync(ct);
        }, ct);

        foreach (var (index, row) in rows.Index())
        {
            ct.ThrowIfCancellationRequested();
            Describe(row);
            if (row.Office is not null)
                Entrust(row);
            done(index + 1);
        }
        seats.Apply([.. rows.Where(r => r.Seat is not null)]);
    }

    private void Describe(MemberRow row)
    {
        if (_firstRows.TryGetValue(row.Email, out var first))
        {
            if ((row.GivenName, row.FamilyName) != (first.GivenName, first.FamilyName))
                problems.Add(new(row.Row, "Email", row.Email, "OtherName", [first.Row, $"{first.GivenName} {first.FamilyName}"]));
            Reach(_persons[row.Email], row);
            return;
        }
        _firstRows.Add(row.Email, row);
        if (_persons.TryGetValue(row.Email, out var known))
        {
            // An empty cell says nothing: it does not take away what is known.
            known.Join();
            known.Describe(row.GivenName, row.FamilyName, row.Email, row.Language, row.PassiveLanguages.IsEmpty ? known.PassiveLanguages : row.PassiveLanguages);
        }
        else
        {
            known = new Person(new(Guid.NewGuid()), row.GivenName, row.FamilyName, row.Email, row.Language, row.PassiveLanguages, row.Seat?.Section);
            _persons.Add(row.Email, known);
            db.Add(known);
        }
        Reach(known, row);
        if (_accounts.Add(known.Id.Value))
            db.Add(Account.Of(known));
    }

    // An empty cell does not take away the number that is known.
    private static void Reach(Person person, MemberRow row)
    {
        if (row.Telephone is { } number)
            person.Reach(number);
    }

    private void Entrust(MemberRow row)
    {
        var person = _persons[row.Email];
        if (row.Office is not (MemberSheet.President or MemberSheet.VicePresident))
        {
            var role = Roles.All.First(r => r.Name == row.Office).Id;
            if (!_roles.Add((person.Id.Value, role)))
                return;
            if (!mayGrant)
                problems.Add(new(row.Row, "Office", ImportTexts.Here($"Word_{row.Office}"), "RoleNotYours", []));
            else
                db.Add(new IdentityUserRole<Guid> { UserId = person.Id.Value, RoleId = role });
            return;
        }

        var (kind, term) = (new ChairRole(row.Office), new Term(row.From!.Value, row.Until));
        var meanwhile = _offices.Where(o => o.Role == kind && o.Term.Overlaps(term)).ToList();
        if (meanwhile.Exists(o => o.Person == person.Id && o.Term == term))
            return;
        if (meanwhile.Find(o => o.Term.From >= term.From) is { } taken)
        {
            problems.Add(new(row.Row, "From", Languages.BrusselsTime.ToShortDay(term.From), "OfficeTaken", [Languages.BrusselsTime.ToShortDay(taken.Term.From)]));
            return;
        }
        meanwhile.ForEach(o => o.EndOn(term.From.AddDays(-1)));
        var office = new Office(new(Guid.NewGuid()), kind, person.Id, term);
        _offices.Add(office);
        db.Add(office);
    }
}
