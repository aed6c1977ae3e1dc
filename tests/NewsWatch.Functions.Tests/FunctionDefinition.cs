using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions.Tests;

/// <summary>A function as the Functions host finds it: the method with its name and its trigger.</summary>
internal sealed record FunctionDefinition(string Name, MethodInfo Method, ParameterInfo Trigger)
{
    /// <summary>Every function of the app.</summary>
    public static IReadOnlyList<FunctionDefinition> All { get; } =
    [
        .. from type in typeof(FunctionsServices).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           let trigger = method.GetParameters().Single(parameter => Triggers.Any(kind => parameter.IsDefined(kind)))
           orderby function.Name
           select new FunctionDefinition(function.Name, method, trigger),
    ];

    /// <summary>Those that a queue triggers.</summary>
    public static IEnumerable<FunctionDefinition> OfQueues => All.Where(function => function.Queue is not null);

    private static Type[] Triggers => [typeof(QueueTriggerAttribute), typeof(TimerTriggerAttribute), typeof(HttpTriggerAttribute)];

    public QueueTriggerAttribute? Queue => Trigger.GetCustomAttribute<QueueTriggerAttribute>();

    public TimerTriggerAttribute? Timer => Trigger.GetCustomAttribute<TimerTriggerAttribute>();

    public HttpTriggerAttribute? Http => Trigger.GetCustomAttribute<HttpTriggerAttribute>();
}
