using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>Writes a proposal: a decision of principle or a change of the cadastre, new, changed or ended.</summary>
public sealed partial class ProposalFormPage(ProposalDrafts drafts, ProposalDesk desk, CurrentPerson current, NavigationManager navigation, PrincipleWords texts) : ComponentBase
{
    private ProposalForm? _form;
    private ImmutableArray<AdoptedHistory> _there = [];
    private ImmutableArray<AdoptedHistory> _cadastre = [];
    private ImmutableArray<string> _wanted = [];
    private int _revision;
    private bool _missing;
    private bool _isSaving;
    private string? _problem;

    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_form is not null)
            return;
        var draft = await drafts.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Id is { } id ? new(id) : null, Subject == nameof(ProposalSubject.Activity) ? ProposalSubject.Activity : ProposalSubject.Principle, CancellationToken.None);
        _missing = draft is null;
        if (draft is not null)
            (_form, _there, _cadastre, _wanted, _revision) = (draft.Form, draft.There, draft.Cadastre, draft.Wanted, draft.Revision);
    }

    private void Change(ChangeEventArgs change)
    {
        _form!.Change = Enum.TryParse<ProposalChange>(change.Value as string, out var one) ? one : ProposalChange.Begin;
        _form.Code = "";
    }

    private void Choose(ChangeEventArgs change)
    {
        _form!.Code = change.Value as string ?? "";
        if (_there.FirstOrDefault(one => one.Code == _form.Code) is { } held)
            _form.Begin(held.Versions[^1].Content.Proposal);
    }

    private async Task SaveAsync()
    {
        if (_isSaving)
            return; // a second click before the page has gone on: two drafts of one text
        _isSaving = true;
        try
        {
            var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
            switch (await desk.SaveAsync(me, Id is { } known ? new(known) : null, _revision, _form!.Read(), CancellationToken.None))
            {
                case Result<ProposalId>.Ok(var id):
                    navigation.NavigateTo($"proposals/{id.Value}");
                    break;
                case Result<ProposalId>.Refused(var why):
                    (_problem, _isSaving) = (texts.Of(why), false);
                    break;
            }
        }
        catch
        {
            _isSaving = false;
            throw;
        }
    }
}
