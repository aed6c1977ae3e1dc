using System.Reflection;

namespace NewsWatch.Cli;

/// <summary>Which build this is.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, with the commit after a plus where the build knows it.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
