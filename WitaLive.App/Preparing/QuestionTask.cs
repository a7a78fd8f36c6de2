using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Start;

namespace WitaLive.App.Preparing;

/// <summary>Tells the secretariat that members wait for an answer; it leads to the file whose question is the oldest.</summary>
internal sealed class QuestionTask(QuestionDesk questions, IStringLocalizer<PreparingTexts> texts) : IStartTask
{
    public async Task<IEnumerable<StartTask>> ForAsync(SignedInPerson me, CancellationToken ct) =>
        me.May(Policies.Secretariat) && await questions.WaitingAsync(me.Principal, ct) is { IsEmpty: false } waiting
            ? [new(FilePlaces.OfSecretariat(waiting[0]), texts["TaskQuestions", waiting.Length])] : [];
}
