using WitaLive.App.Ebox;

namespace WitaLive.Tests.Rulings;

/// <summary>What stands behind the border in a test: it keeps what was handed in, and answers what it is told to.</summary>
internal sealed class AnEbox : IEbox
{
    public bool IsThere { get; set; }

    public List<EboxLetter> Letters { get; } = [];

    public List<EboxAnswer> Answers { get; } = [];

    public Task HandInAsync(EboxLetter letter, Stream paper, CancellationToken ct)
    {
        Letters.Add(letter);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<EboxAnswer>> AnswersAsync(CancellationToken ct) => Task.FromResult(Answers.ToImmutableArray());

    public List<string> Refused { get; } = [];

    public ImmutableArray<string> RefusedAnswers() => [.. Refused];

    public void Forget(Guid letter) => Letters.RemoveAll(one => one.Id == letter);

    public void Take(EboxAnswer answer) => Answers.Remove(answer);

    public void Refuse(EboxAnswer answer)
    {
        Answers.Remove(answer);
        Refused.Add($"{answer.Letter}.json");
    }
}
