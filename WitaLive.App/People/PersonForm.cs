using WitaLive.Domain.Chambers;

namespace WitaLive.App.People;

/// <summary>What is being typed about a person.</summary>
internal sealed class PersonForm
{
    private readonly HashSet<string> _passive = [];

    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    public string Email { get; set; } = "";

    public string Telephone { get; set; } = "";

    public string Language { get; set; } = "fr";

    public IReadOnlySet<string> Passive => _passive;

    public PersonFields Fields => new(GivenName, FamilyName, Email, Language, [.. _passive], Telephone);

    public void Follow(string language, bool follows)
    {
        if (follows)
            _passive.Add(language);
        else
            _passive.Remove(language);
    }

    public void Show(Person person)
    {
        (GivenName, FamilyName, Email, Telephone, Language) = (person.GivenName, person.FamilyName, person.Email, person.Telephone ?? "", person.Language);
        _passive.Clear();
        _passive.UnionWith(person.PassiveLanguages);
    }
}
