using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Usage;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Cli.Commands;

/// <summary>What is wrong with the settings.</summary>
internal static class SettingsFaults
{
    /// <summary>A line each; none where they can work.</summary>
    public static IReadOnlyList<string> Of(Workspace workspace)
    {
        var configuration = workspace.Get<IConfiguration>();
        var faults = new List<string>();
        try
        {
            workspace.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception refusal) when (FailureWords.Settings(refusal) is not null)
        {
            faults.AddRange(FailureWords.Settings(refusal)!);
        }
        catch (InvalidOperationException)
        {
            // A value of the wrong type stops the binder: the checker says which, and the nearest right word.
            faults.AddRange(workspace.Get<SettingsChecker>().Check(configuration));
        }
        try
        {
            PollSchedule.Read(configuration);
        }
        catch (UsageException refusal)
        {
            faults.Add(refusal.Message);
        }
        return faults;
    }
}
