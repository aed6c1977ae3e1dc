using NewsWatch.Cli;

return await CommandLine.Build().Parse(args).InvokeAsync();
