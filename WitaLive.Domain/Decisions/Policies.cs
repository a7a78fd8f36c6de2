using System.Text.Json.Serialization;

namespace WitaLive.Domain.Decisions;

/// <summary>Whether a seat that abstains stays in the number its group's share is divided by. Open point O-2.</summary>
[JsonConverter(typeof(WordConverter<AbstentionPolicy>))]
public enum AbstentionPolicy { InBase, OutOfBase }

/// <summary>What becomes of the share of a group of which nobody is there. Open point O-4.</summary>
[JsonConverter(typeof(WordConverter<AbsentGroupPolicy>))]
public enum AbsentGroupPolicy { Lost, Redistributed }

/// <summary>Over which seats a group's share is split. Open point O-3.</summary>
[JsonConverter(typeof(WordConverter<SplitPolicy>))]
public enum SplitPolicy { PresentSeats, AllSeats }

/// <summary>Whether reaching the threshold exactly is enough. Open point O-5.</summary>
[JsonConverter(typeof(WordConverter<ComparisonPolicy>))]
public enum ComparisonPolicy { AtLeast, MoreThan }
