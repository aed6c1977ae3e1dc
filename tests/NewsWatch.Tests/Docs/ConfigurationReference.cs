using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Review;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Tests.Docs;

/// <summary>Writes <c>docs/configuration.md</c> out of the options types: their keys, values, defaults and summaries.</summary>
internal sealed class ConfigurationReference
{
    private const string Beginning = $$"""
        # Settings

        Every setting, its value where you say nothing, and what it means. `newswatch config check` shows which are in force and where each
        came from; a setting that is misspelt or cannot work is refused at start, by its name.

        Settings are read from `newswatch.json` in the data folder, then from environment variables, which go before it. In the file each part
        of a key is an object; in a variable the parts are joined by two underscores, and the places of a list are numbers from 0. These two
        say the same:

            { "NewsWatch": { "Fetching": { "AllowedNetworks": ["10.1.0.0/16"] } } }

            NewsWatch__Fetching__AllowedNetworks__0=10.1.0.0/16

        The function app reads the same keys from its app settings, written as variables. `NAME` in a key is a name of your choice. A time is
        written `hours:minutes:seconds`, with days before a point: `1.06:00:00` is thirty hours. Words may be in upper or lower case.

        ## Hosts and stores

        | key | value | where nothing is said | meaning |
        |---|---|---|---|
        | `{{PollSchedule.Key}}` | text | `{{PollSchedule.Default}}` | When to poll: six fields (second minute hour day month weekday), in UTC. The function app has no default. |
        | `{{StorageAccount.Connection}}` | text, secret | none | Connection string of an Azure storage account: everything is kept there instead of in the data folder. |
        | `{{StorageAccount.Connection}}:blobServiceUri` | address | none | In its place, with `queueServiceUri`: the account's services, for an identity instead of a key. |
        | `{{StorageAccount.Connection}}:queueServiceUri` | address | none | See `blobServiceUri`. |
        | `{{StorageAccount.Connection}}:credential` | text | none | `managedidentity` for the identity of the machine; else whatever `DefaultAzureCredential` finds. |
        | `{{StorageAccount.Connection}}:clientId` | text | none | Which user-assigned identity. |
        | `{{StorageAccount.ContainerKey}}` | text | `newswatch` | Container of every blob. |
        | `{{Settings.LocalStorage}}` | true or false | `false` | True: everything stays in the data folder, even where there is a connection. |
        | `OTEL_…` | text | none | Where traces, metrics and logs go, by OpenTelemetry's own names: see [watching it](observability.md). |
        | `Logging:LogLevel:CATEGORY` | text | `Warning` | What is logged, as every .NET program has it: `Logging:LogLevel:NewsWatch` = `Information`. |

        """;

    private readonly StringBuilder page = new();

    /// <summary>The page.</summary>
    public static string Write()
    {
        var reference = new ConfigurationReference();
        reference.page.Append(Beginning);
        foreach (var (section, types) in Sections())
            reference.Section(section, All(section, types));
        return reference.page.ToString();
    }

    /// <summary>Every setting of the options types.</summary>
    public static IEnumerable<DocumentedSetting> All() => Sections().SelectMany(pair => All(pair.Section, pair.Types));

    private static IEnumerable<(string Section, IReadOnlyList<Type> Types)> Sections()
        => new KnownSettings([typeof(NewsWatchServices).Assembly, typeof(ReviewOptions).Assembly], []).Sections
            .GroupBy(pair => pair.Section, pair => pair.Type)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<Type>)[.. group.OrderBy(type => type.Name, StringComparer.Ordinal)]));

    private static IReadOnlyList<DocumentedSetting> All(string section, IEnumerable<Type> types)
        => [.. types.SelectMany(type => Below(section, type, Activator.CreateInstance(type)))
            .DistinctBy(setting => setting.Key)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal)];

    private void Section(string section, IReadOnlyList<DocumentedSetting> settings)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {section}\n\n");
        if (Guide(section) is { } guide)
            page.Append(CultureInfo.InvariantCulture, $"See also [its own page]({guide}).\n\n");
        page.Append("| key | value | where nothing is said | meaning |\n|---|---|---|---|\n");
        foreach (var setting in settings)
            page.Append(CultureInfo.InvariantCulture,
                $"| `{setting.Key[(section.Length + 1)..]}` | {setting.Values} | {setting.Default} | {XmlDocs.Of(setting.Property)} |\n");
        foreach (var words in settings.Select(setting => setting.Words).OfType<Type>().Where(words => words != typeof(DayOfWeek)).Distinct())
            page.Append(CultureInfo.InvariantCulture,
                $"\n{string.Join(' ', Enum.GetNames(words).Select(name => $"`{name}`: {XmlDocs.Of(words, name)}"))}\n");
    }

    /// <summary>The README of the room that the section is named after, as seen from the page; null where it has none.</summary>
    private static string? Guide(string section)
    {
        var room = string.Join('/', section.Split(':')[1..]);
        return new[] { $"src/NewsWatch/{room}/README.md", $"src/NewsWatch.{room}/README.md" }
            .Where(path => File.Exists(Path.Combine(RepositoryFolder.Path, path)))
            .Select(path => "../" + path)
            .FirstOrDefault();
    }

    private static IEnumerable<DocumentedSetting> Below(string path, Type type, object? value)
        => KnownSettings.Properties(type).SelectMany(property => Of($"{path}:{property.Name}", property, property.GetValue(value)));

    private static IEnumerable<DocumentedSetting> Of(string key, PropertyInfo property, object? value)
    {
        var type = property.PropertyType;
        if (KnownSettings.IsValue(type))
            return [new(key, property, type, Shown(value), IsList: false)];
        if (KnownSettings.Entries(type) is not { } entries)
            return Below(key, type, value);
        return KnownSettings.IsValue(entries.Type)
            ? [new(key, property, entries.Type, string.Join(", ", ((IEnumerable)value!).Cast<object>().Select(Shown)) is { Length: > 0 } list ? list : "none", IsList: true)]
            : Below($"{key}:{(entries.HasNames ? "NAME" : "0")}", entries.Type, Activator.CreateInstance(entries.Type));
    }

    private static string Shown(object? value) => value switch
    {
        null or "" => "none",
        bool truth => truth ? "`true`" : "`false`",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };
}
