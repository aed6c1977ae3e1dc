using System.Globalization;
using BenchmarkDotNet.Running;
using NewsWatch.Benchmarks.ClassifyArticle;
using NewsWatch.Benchmarks.ExtractArticle.Reading;
using NewsWatch.Benchmarks.Growth;
using NewsWatch.Benchmarks.Load;
using NewsWatch.Benchmarks.PollFeeds;
using NewsWatch.Benchmarks.PollFeeds.Parsing;
using NewsWatch.Benchmarks.Review;

if (args is ["reading", "train", var model, .. var sets])
    return ModelTraining.Run(model, sets, twoThirds: true);
if (args is ["reading", "train-all", var whole, .. var all])
    return ModelTraining.Run(whole, all, twoThirds: false);
if (args is ["reading", "compare", .. var measured] && measured.Length > 0)
    return ExtractionSideBySide.Run(measured);
if (args is ["classify", "speed", .. var texts])
    return ReadingSpeed.Run(texts);
if (args is ["classify", "train", var weights, .. var labelled])
    return WeightTraining.Train(weights, labelled);
if (args is ["classify", "evaluate", var found, .. var unseen])
    return WeightTraining.Evaluate(found, unseen);
if (args is ["reading", "titles", var titleWeights, .. var titleSets])
    return TitleTraining.Run(titleWeights, titleSets);
if (args is ["reading", "metadata", .. var metadataSets])
    return MetadataReport.Run(metadataSets);
if (args is ["feeds", "serve"])
    return await FeedServer.RunAsync();
if (args is ["feeds"])
    return await ThousandFeeds.RunAsync();
if (args is ["feeds", "day", var connection, var feeds, var hours])
    return await MeasuredDay.RunAsync(connection, Number(feeds), Number(hours));
if (args is ["feeds", "parse", var folder])
    return FeedsSideBySide.Run(folder);

if (args is ["load", "sites", var shown])
    return await InventedSites.RunAsync(Number(shown));
if (args is ["load", "pass", var loaded, var sites, var entries])
    return await OneLoad.RunAsync(loaded, Number(sites), Number(entries));
if (args is ["load", "soak", var soaked, var publishing, var minutes])
    return await Soak.RunAsync(soaked, Number(publishing), Number(minutes));
if (args is ["load", "alert", var telling, var developments])
    return await EntryToAlert.RunAsync(telling, Number(developments));
if (args is ["load", "kills", var killed, var newsrooms, var kills, var seed])
    return await Kills.RunAsync(killed, Number(newsrooms), Number(kills), Number(seed));

if (args is ["growth", "fill", var store, var articles])
{
    await FilledStore.FillAsync(store, Number(articles));
    return 0;
}
if (args is ["growth", "head"])
{
    Console.WriteLine(GrowthMeter.Head);
    return 0;
}
if (args is ["growth", var subject, var filled, var held] && GrowthMeasures.Subjects.ContainsKey(subject))
    return await GrowthMeasures.RunAsync(subject, filled, Number(held));

if (args is ["desk", "time", var seeded])
    return await DeskTimings.RunAsync(seeded);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
