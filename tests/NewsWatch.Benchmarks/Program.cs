using BenchmarkDotNet.Running;
using NewsWatch.Benchmarks.ExtractArticle.Reading;

if (args is ["reading", "train", var model, .. var sets])
    return ModelTraining.Run(model, sets);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
