namespace NewsWatch.Cli.Doctor;

/// <summary>What one check of the doctor saw.</summary>
/// <param name="Check">What was looked at: <c>settings</c>, <c>storage</c>, <c>clock</c> …</param>
/// <param name="Result">How it is.</param>
/// <param name="Says">What was seen, in one line.</param>
/// <param name="Do">What to do; empty where there is nothing to do.</param>
internal sealed record Finding(string Check, FindingResult Result, string Says, string Do = "");

/// <summary>How what was checked is.</summary>
internal enum FindingResult
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but not as well as it could.</summary>
    Warning,

    /// <summary>It cannot work.</summary>
    Fault,
}
