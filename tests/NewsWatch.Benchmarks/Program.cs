using BenchmarkDotNet.Running;
using NewsWatch.Benchmarks.ClassifyArticle;
using NewsWatch.Benchmarks.ExtractArticle.Reading;
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
    return await MeasuredDay.RunAsync(
        connection, int.Parse(feeds, System.Globalization.CultureInfo.InvariantCulture), int.Parse(hours, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["feeds", "parse", var folder])
    return FeedsSideBySide.Run(folder);

if (args is ["desk", "seed", var store, var articles, var agreements])
{
    DeskSeed.Write(store, int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), int.Parse(agreements, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}
if (args is ["desk", "time", var seeded])
    return await DeskTimings.RunAsync(seeded);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
