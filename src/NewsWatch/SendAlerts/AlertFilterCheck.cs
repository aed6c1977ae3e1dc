using NewsWatch.SettingsCheck;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>Refuses words in a filter that would never match, with the nearest that would.</summary>
internal static class AlertFilterCheck
{
    private static readonly IReadOnlyCollection<string> PartyWords =
        [.. PartyTable.All.Select(party => party.Name), .. PartyTable.All.Select(party => party.Code)];

    public static void Check(SettingFaults faults, string key, AlertFilter filter)
    {
        faults.CheckWords(filter.Types, $"{key}:{nameof(filter.Types)}", [.. WireName.All<AgreementType>()], "is no type of agreement");
        faults.CheckWords(filter.Stages, $"{key}:{nameof(filter.Stages)}", [.. WireName.All<AgreementStage>()], "is no stage");
        faults.CheckWords(filter.Regions, $"{key}:{nameof(filter.Regions)}", RegionTable.Names, "is no region");
        faults.CheckEach(
            filter.Languages,
            $"{key}:{nameof(filter.Languages)}",
            language => language.Length is 2 or 3 && language.All(char.IsAsciiLetter),
            "is no language; write the code, such as ja");
        for (var index = 0; index < filter.Parties.Count; index++)
            Parties(faults, $"{key}:{nameof(filter.Parties)}:{index}", filter.Parties[index]);
        for (var index = 0; index < filter.Watch.Count; index++)
            Watched(faults, $"{key}:{nameof(filter.Watch)}:{index}", filter.Watch[index]);
        if (filter.Standing is { } standing)
            faults.Check(
                WireName.Parse<SourceRank>(standing) is not null,
                $"{key}:{nameof(filter.Standing)}",
                $"'{standing}' is no standing of a source{NearestWord.Hint(standing, WireName.All<SourceRank>())}");
        faults.Check(filter.Origins is >= 1 and <= 20, $"{key}:{nameof(filter.Origins)}", "must be from 1 to 20");
        faults.Check(filter.Score is >= 0 and <= 1, $"{key}:{nameof(filter.Score)}", "must be from 0 to 1");
    }

    private static void Watched(SettingFaults faults, string key, string watched)
    {
        if (watched.Contains('+'))
            Parties(faults, key, watched);
        else
            faults.Check(
                watched.Length > 0 && watched.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'),
                key,
                $"'{watched}' is neither an agreement's id nor a pair of parties such as FR+JP");
    }

    private static void Parties(SettingFaults faults, string key, string together)
    {
        var names = together.Split('+', StringSplitOptions.TrimEntries);
        foreach (var name in names.Where(name => PartyTable.Find(name) is null))
            faults.Check(false, key, $"'{name}' is no party; write Japan or JP, or FR+JP for both{NearestWord.Hint(name, PartyWords)}");
    }
}
