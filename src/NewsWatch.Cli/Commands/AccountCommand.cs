using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.Review;
using NewsWatch.Review.Security;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch account</c>: the settings of an account of the review site.</summary>
internal static class AccountCommand
{
    private const int ShortestPassword = 12;

    private static readonly Argument<string> Name = new("name")
    {
        Description = "Name to sign in with, as decisions are recorded under it.",
    };

    private static readonly Option<bool> Analyst = new("--analyst") { Description = "May decide; without it the account reads only." };

    public static Command Build()
    {
        var command = new Command(
            "account", "Reads a password and writes the settings of an account of the review site, for newswatch.json or the environment.")
        {
            Name,
            Analyst,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var name = parse.GetRequiredValue(Name).Trim();
        if (name.Length is 0 or > 100 || name.Contains(':', StringComparison.Ordinal))
            throw new UsageException($"\"{name}\" is no name for an account: 1 to 100 characters, no colon.");
        if (!Console.IsInputRedirected)
            Console.Error.Write("Password: ");
        var password = Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : ReadHidden();
        if (password.Length < ShortestPassword)
            throw new UsageException($"A password has {ShortestPassword} characters at least.");
        var prefix = $"{ReviewOptions.Section}:{nameof(ReviewOptions.Accounts)}:{name}";
        var settings = new Dictionary<string, string>
        {
            [$"{prefix}:{nameof(AccountOptions.Password)}"] = SignIn.Hash(password),
            [$"{prefix}:{nameof(AccountOptions.Role)}"] = $"{(parse.GetValue(Analyst) ? Role.Analyst : Role.Reader)}",
        };
        if (parse.GetValue(CommonOptions.Json))
            JsonOutput.Write(json =>
            {
                foreach (var (key, value) in settings)
                    json.WriteString(key, value);
            });
        else
            foreach (var (key, value) in settings)
                Screen.Out.WriteLine($"{key} = {value}");
        return 0;
    }

    private static string ReadHidden()
    {
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
