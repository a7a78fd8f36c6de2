using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using WitaLive.App.Controls;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Simulators;

/// <summary>What a form sent without script, as it stands in the address: with script the answer follows each change, and the address says nothing.</summary>
/// <remarks>Anybody may write anything there: what is not understood is as if it had been left empty, and is said beside its field.</remarks>
internal sealed class SentForm(string address)
{
    // More than anybody fills in, and less than an address holds.
    private const int MostLines = 100;

    private readonly Dictionary<string, StringValues> _fields = QueryHelpers.ParseQuery(new Uri(address).Query);

    /// <summary>Whether a field was sent at all: empty ones are, boxes that are not ticked are not.</summary>
    public bool Has(string field) => _fields.ContainsKey(field);

    public string? Of(string field) => _fields.TryGetValue(field, out var texts) ? texts[0] : null;

    /// <summary>Whether the numbers in these fields are those of this formation: of the one that was shown, as the form says, or of whatever one somebody wrote beside them.</summary>
    public bool IsOf(string formation, IEnumerable<string> fields) => Of("shown") is { } shown ? shown == formation : fields.Any(Has);

    public DateOnly? Day(string field) => DayText.Read(Of(field));

    /// <summary>As it stands in the field.</summary>
    public int? Number(string field) => WholeNumber.Read(Of(field));

    public List<IncomeForm> Incomes()
    {
        var (years, amounts, weights, proven) = (All("year"), All("amount"), All("activity"), All("proven"));
        return Lines(years.Length, i => new IncomeForm
        {
            Year = WholeNumber.Read(years[i]),
            Amount = AmountText.Read(amounts.ElementAtOrDefault(i)),
            Misread = amounts.ElementAtOrDefault(i) is { } typed && !string.IsNullOrWhiteSpace(typed) && AmountText.Read(typed) is null ? typed : null,
            Activity = Enum.TryParse<ActivityWeight>(weights.ElementAtOrDefault(i), out var weight) && Enum.IsDefined(weight) ? weight : null,
            Proven = proven.Any(line => InAddress.Number(line) == i),
        });
    }

    public List<PauseForm> Pauses()
    {
        var (from, to) = (All("from"), All("to"));
        return Lines(from.Length, i => new PauseForm { From = DayText.Read(from[i]), To = DayText.Read(to.ElementAtOrDefault(i)) });
    }

    private string?[] All(string field) => _fields.TryGetValue(field, out var texts) ? [.. texts] : [];

    // Save the one that is to go.
    private List<TLine> Lines<TLine>(int count, Func<int, TLine> read) =>
        [.. Enumerable.Range(0, Math.Min(count, MostLines)).Where(i => i != InAddress.Number(Of("remove"))).Select(read)];
}
