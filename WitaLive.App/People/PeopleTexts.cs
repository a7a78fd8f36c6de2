namespace WitaLive.App.People;

public sealed class PeopleTexts;
