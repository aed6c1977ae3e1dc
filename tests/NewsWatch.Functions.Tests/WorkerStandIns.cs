// Stand-ins for the attributes and types of Microsoft.Azure.Functions.Worker that the app names, so that its sources compile and run
// here without the Worker's packages. Used by these tests only. Names, constructors and members are those of Worker 2.52, Timer 4.3,
// Storage.Queues 5.5 and Http.AspNetCore 2.1, as far as the app uses them.
using Azure.Core.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : Attribute
    {
        public string Schedule { get; } = schedule;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute(string queueName) : Attribute
    {
        public string QueueName { get; } = queueName;

        public string? Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
    {
        public AuthorizationLevel AuthLevel { get; } = authLevel;

        public string[] Methods { get; } = methods;

        public string? Route { get; set; }
    }

    public enum AuthorizationLevel
    {
        Anonymous,
        User,
        Function,
        System,
        Admin,
    }

    public class TimerInfo
    {
        public bool IsPastDue { get; set; }
    }

    public abstract class FunctionContext
    {
        public abstract BindingContext BindingContext { get; }
    }

    public abstract class BindingContext
    {
        public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
    }

    public class WorkerOptions
    {
        public ObjectSerializer? Serializer { get; set; }
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplication
    {
        public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
    }

    public sealed class FunctionsApplicationBuilder
    {
        private readonly HostApplicationBuilder builder;

        internal FunctionsApplicationBuilder(string[] args) => builder = Host.CreateApplicationBuilder(args);

        public IServiceCollection Services => builder.Services;

        public ConfigurationManager Configuration => builder.Configuration;

        public IHost Build() => builder.Build();
    }

    public static class FunctionsApplicationBuilderAspNetCoreExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
    }
}
