using System.Reflection;

namespace NewsWatch.SettingsCheck;

/// <summary>Where settings are declared.</summary>
/// <param name="Assembly">Has options types with a constant <c>Section</c>.</param>
/// <param name="Keys">Keys read without an options type.</param>
public sealed record SettingsSource(Assembly Assembly, IReadOnlyList<string> Keys);
