using System.Diagnostics;

namespace NewsWatch.Tests.Infra;

/// <summary>What <c>infra/sign-in.sh</c> asks of Azure, with programs in the place of <c>az</c> and <c>azd</c> that write down how they are called.</summary>
public sealed class SignInScriptTests
{
    [SkippableFact]
    public async Task The_first_time_an_app_is_registered_that_asks_for_a_role()
    {
        var calls = await RunAsync("before", ("AZURE_ENV_NAME", "watch"), ("AZURE_PRINCIPAL_ID", "me"));
        Assert.Contains(calls, call => call.StartsWith("az ad app create --display-name NewsWatch watch", StringComparison.Ordinal)
            && call.Contains("--app-roles @app-roles.json", StringComparison.Ordinal));
        Assert.Contains("az ad sp update --id given --set appRoleAssignmentRequired=true", calls);
        Assert.Contains(calls, call => call.Contains("appRoleAssignedTo", StringComparison.Ordinal) && call.Contains("\"principalId\":\"me\"", StringComparison.Ordinal));
        Assert.Equal("azd env set NEWSWATCH_CLIENT_ID given", calls[^1]);
    }

    [SkippableFact]
    public async Task A_second_time_nothing_is_registered() => Assert.Empty(await RunAsync("before", ("NEWSWATCH_CLIENT_ID", "known")));

    [SkippableFact]
    public async Task Whoever_wants_no_sign_in_gets_none()
    {
        Assert.Empty(await RunAsync("before", ("NEWSWATCH_SIGN_IN", "false")));
        Assert.Empty(await RunAsync("after", ("NEWSWATCH_SIGN_IN", "false"), ("NEWSWATCH_CLIENT_ID", "known")));
    }

    [SkippableFact]
    public async Task Once_the_app_is_there_it_is_told_to_Entra_with_no_password()
    {
        var calls = await RunAsync(
            "after", ("NEWSWATCH_CLIENT_ID", "known"), ("NEWSWATCH_ADDRESS", "https://watch.example/"), ("NEWSWATCH_PRINCIPAL_ID", "principal"));
        Assert.Contains("az ad app update --id known --web-redirect-uris https://watch.example/.auth/login/aad/callback", calls);
        // The list that the stand-in gives is not empty: the credential is there, and is not made again.
        Assert.DoesNotContain(calls, call => call.Contains("credential create", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, call => call.Contains("password", StringComparison.OrdinalIgnoreCase) || call.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string step, params (string Name, string Value)[] environment)
    {
        Skip.If(OperatingSystem.IsWindows(), "is a shell script");
        using var tools = new TemporaryFolder();
        foreach (var tool in new[] { "az", "azd" })
        {
            await File.WriteAllTextAsync(tools.Combine(tool), $"#!/bin/sh\necho \"{tool} $*\" >> \"$CALLS\"\n[ {tool} = azd ] || echo given\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(tools.Combine(tool), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        var start = new ProcessStartInfo("sh", [Path.Combine(Bicep.Folder, "sign-in.sh"), step]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("NEWSWATCH_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["PATH"] = $"{tools.Path}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = tools.Combine("calls");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return File.Exists(tools.Combine("calls")) ? await File.ReadAllLinesAsync(tools.Combine("calls")) : [];
    }
}
