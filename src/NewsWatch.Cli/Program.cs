using NewsWatch.Cli;

return await CommandLine.RunAsync(args);
