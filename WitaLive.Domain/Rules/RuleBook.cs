namespace WitaLive.Domain.Rules;

/// <summary>Every dated rule of the Commission, read from the texts of data/rules. Another version, or another body, is other data.</summary>
public sealed class RuleBook
{
    private readonly RuleFile<Composition> _composition;
    private readonly RuleFile<Quorums> _quorums;
    private readonly RuleFile<Majorities> _majorities;
    private readonly RuleFile<Notice> _notice;
    private readonly RuleFile<Thresholds> _thresholds;
    private readonly RuleFile<OpenPoints> _openPoints;
    private readonly RuleFile<FileKinds> _fileKinds;
    private readonly RuleFile<PlanningRule> _planning;
    private readonly RuleFile<MandateRule> _mandates;
    private readonly RuleFile<FeeRule> _fees;
    private readonly RuleFile<EvocationRule> _evocation;
    private readonly RuleFile<Procedure> _procedure;
    private readonly RuleFile<ReportRule> _reports;
    private readonly RuleFile<RulingRule> _rulings;
    private readonly RuleFile<AmateurRule> _amateurs;
    private readonly RuleFile<PrincipleRule> _principles;
    private readonly RuleFile<CadastreStart> _cadastre;
    private readonly RuleFile<FiguresRule> _figures;
    private readonly RuleFile<RetentionRule> _retention;

    /// <param name="files">The JSON text of each of <see cref="FileNames"/>, by name.</param>
    /// <exception cref="RuleDataException">A file is missing, malformed, or contradicts another one on some day.</exception>
    public RuleBook(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        _composition = new("composition.json", Text("composition.json"));
        _quorums = new("quorum.json", Text("quorum.json"));
        _majorities = new("majority.json", Text("majority.json"));
        _notice = new("notice.json", Text("notice.json"));
        _thresholds = new("thresholds.json", Text("thresholds.json"));
        _openPoints = new(OpenPoints.File, Text(OpenPoints.File));
        _fileKinds = new(FileKinds.File, Text(FileKinds.File));
        _planning = new(PlanningRule.File, Text(PlanningRule.File));
        _mandates = new(MandateRule.File, Text(MandateRule.File));
        _fees = new(FeeRule.File, Text(FeeRule.File));
        _evocation = new(EvocationRule.File, Text(EvocationRule.File));
        _procedure = new(Procedure.File, Text(Procedure.File));
        _reports = new(ReportRule.File, Text(ReportRule.File));
        _rulings = new(RulingRule.File, Text(RulingRule.File));
        _amateurs = new(AmateurRule.File, Text(AmateurRule.File));
        _principles = new(PrincipleRule.File, Text(PrincipleRule.File));
        _cadastre = new(CadastreStart.File, Text(CadastreStart.File));
        _figures = new(FiguresRule.File, Text(FiguresRule.File));
        _retention = new(RetentionRule.File, Text(RetentionRule.File));
        if (_cadastre.Beginnings.Count() > 1)
            throw new RuleDataException(CadastreStart.File, "versions", "the cadastre begins once; after that the plenary changes it.");
        foreach (var day in Beginnings)
        {
            _composition.On(day).Check(_composition.Name);
            _retention.On(day).Check();
            _ = On(day);
            _cadastre.On(day).Check(_principles.On(day), _composition.On(day));
        }

        string Text(string name) => files.TryGetValue(name, out var text) ? text : throw new RuleDataException(name, "the file", "it is missing.");
    }

    public static ImmutableArray<string> FileNames { get; } =
    [
        "composition.json", "quorum.json", "majority.json", "notice.json", "thresholds.json", OpenPoints.File, FileKinds.File, PlanningRule.File,
        Procedure.File, MandateRule.File, FeeRule.File, EvocationRule.File, ReportRule.File, AmateurRule.File, RulingRule.File,
        PrincipleRule.File, CadastreStart.File, FiguresRule.File, RetentionRule.File,
    ];

    /// <summary>The days on which some rule changes, earliest first.</summary>
    public ImmutableArray<DateOnly> Beginnings => [.. new[]
    {
        _composition.Beginnings, _quorums.Beginnings, _majorities.Beginnings, _notice.Beginnings, _thresholds.Beginnings, _openPoints.Beginnings,
        _fileKinds.Beginnings, _planning.Beginnings, _procedure.Beginnings,
        _mandates.Beginnings, _fees.Beginnings, _evocation.Beginnings, _reports.Beginnings, _amateurs.Beginnings, _rulings.Beginnings,
        _principles.Beginnings, _cadastre.Beginnings, _figures.Beginnings, _retention.Beginnings,
    }.SelectMany(days => days).Distinct().Order()];

    /// <summary>The rules valid on a day, past or future. Before the first version of a rule, the first one answers.</summary>
    public RulesInForce On(DateOnly day) => new(
        day,
        _composition.On(day),
        (_quorums.On(day), _majorities.On(day)),
        (_notice.On(day), _thresholds.On(day)),
        _openPoints.On(day))
    {
        FileKinds = _fileKinds.On(day),
        Planning = _planning.On(day),
        Procedure = _procedure.On(day),
        Mandates = _mandates.On(day),
        Fees = _fees.On(day),
        Evocation = _evocation.On(day),
        Reports = _reports.On(day),
        Rulings = _rulings.On(day),
        Amateurs = _amateurs.On(day),
        Principles = _principles.On(day),
        Cadastre = _cadastre.On(day),
        Figures = _figures.On(day),
        Retention = _retention.On(day),
    };
}
