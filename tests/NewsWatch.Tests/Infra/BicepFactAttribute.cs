using System.Runtime.InteropServices;

namespace NewsWatch.Tests.Infra;

/// <summary>A fact that is skipped, saying so, where the compiler that NuGet carries here does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            Skip = "needs the Bicep compiler for linux-x64";
    }
}
