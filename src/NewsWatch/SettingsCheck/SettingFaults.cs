using Microsoft.Extensions.Options;

namespace NewsWatch.SettingsCheck;

/// <summary>Settings that cannot work, each told by its key.</summary>
/// <param name="section">Section that the keys are in.</param>
public sealed class SettingFaults(string section)
{
    private readonly List<string> all = [];

    /// <summary>What to answer a validation with.</summary>
    public ValidateOptionsResult Result => all.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);

    /// <summary>Takes down a fault unless it holds.</summary>
    /// <param name="holds">True where all is well.</param>
    /// <param name="key">The key behind the section.</param>
    /// <param name="what">What is asked of it, to follow the key.</param>
    public void Check(bool holds, string key, string what)
    {
        if (!holds)
            all.Add($"{section}:{key} {what}{(what.EndsWith('?') ? "" : ".")}");
    }

    /// <summary>Takes down a fault for each value of a list that does not hold.</summary>
    public void CheckEach(IList<string> values, string key, Func<string, bool> holds, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(holds);
        for (var index = 0; index < values.Count; index++)
            Check(holds(values[index]), $"{key}:{index}", $"'{values[index]}' {what}");
    }

    /// <summary>Takes down a fault for each value of a list that is none of the words, with the nearest of them.</summary>
    public void CheckWords(IList<string> values, string key, IReadOnlyCollection<string> words, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var index = 0; index < values.Count; index++)
            Check(
                words.Contains(values[index], StringComparer.OrdinalIgnoreCase),
                $"{key}:{index}",
                $"'{values[index]}' {what}{NearestWord.Hint(values[index], words)}");
    }
}
