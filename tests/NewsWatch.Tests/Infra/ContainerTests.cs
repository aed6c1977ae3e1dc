using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace NewsWatch.Tests.Infra;

/// <summary>The image, and the samples that run it.</summary>
public sealed partial class ContainerTests
{
    private static readonly string Folder = Path.Combine(Bicep.Folder, "container");

    [Fact]
    public void The_image_is_chiselled_and_runs_as_nobody_in_particular()
    {
        var lines = File.ReadAllText(Path.Combine(Folder, "Containerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').ToList();
        var last = lines.FindLastIndex(line => line.StartsWith("FROM ", StringComparison.Ordinal));
        var image = lines[last..];
        Assert.Equal("FROM ${ASPNET}", image[0]);
        Assert.Contains(lines[..last], line => ChiselledImage().IsMatch(line));
        Assert.Contains("USER $APP_UID", image);
        Assert.Contains("VOLUME /data", image);
        Assert.DoesNotContain(image, line => line.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.All(
            image.Where(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal) || line.StartsWith("CMD", StringComparison.Ordinal)),
            line => Assert.Equal('[', line.Split(' ', 2)[1][0]));
        Assert.All(
            lines.Where(line => line.StartsWith("RUN ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]),
            script => Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, script)), script));
    }

    [Theory]
    [InlineData("local.yaml", 1)]
    [InlineData("azure.yaml", 2)]
    public void Every_pod_has_no_rights_and_writes_to_its_volumes_only(string file, int pods)
    {
        var specs = Kubernetes(file).Where(one => one.At("kind") is "Deployment" or "StatefulSet").Select(one => one.Child("spec", "template", "spec")).ToList();
        Assert.Equal(pods, specs.Count);
        Assert.All(specs, pod =>
        {
            Assert.Equal(("true", "1654"), (pod.At("securityContext", "runAsNonRoot"), pod.At("securityContext", "runAsUser")));
            Assert.Equal("RuntimeDefault", pod.At("securityContext", "seccompProfile", "type"));
            var container = pod.Child("containers", "0");
            Assert.Equal("true", container.At("securityContext", "readOnlyRootFilesystem"));
            Assert.Equal("false", container.At("securityContext", "allowPrivilegeEscalation"));
            Assert.Equal("ALL", container.At("securityContext", "capabilities", "drop", "0"));
            Assert.Equal("/health/live", container.At("livenessProbe", "httpGet", "path"));
            Assert.Equal("/health/ready", container.At("readinessProbe", "httpGet", "path"));
            Assert.Equal(["/data", "/tmp"], ((YamlSequenceNode)container.Child("volumeMounts")).Select(mount => mount.At("mountPath")));
            Assert.NotEmpty(container.At("resources", "limits", "memory"));
        });
    }

    /// <summary>A folder has one process at a time, and so has the clock.</summary>
    [Fact]
    public void What_polls_has_one_copy()
    {
        foreach (var file in new[] { "local.yaml", "azure.yaml" })
            foreach (var one in Kubernetes(file).Where(one => one.At("kind") is "Deployment" or "StatefulSet"))
            {
                var isWorker = ((YamlSequenceNode)one.Child("spec", "template", "spec", "containers", "0", "args")).Any(word => word.ToString() == "--worker");
                Assert.Equal(isWorker, !((YamlMappingNode)one.Child("spec")).Children.ContainsKey("replicas"));
                if (!isWorker)
                    Assert.Equal("1", one.At("spec", "replicas"));
            }
    }

    [Fact]
    public void Workers_come_with_each_queue()
    {
        var scaled = Kubernetes("azure.yaml").Single(one => one.At("kind") == "ScaledObject");
        var worker = Kubernetes("azure.yaml").Single(one => one.At("kind") == "Deployment" && one.At("metadata", "name") == scaled.At("spec", "scaleTargetRef", "name"));
        Assert.Contains("--worker", ((YamlSequenceNode)worker.Child("spec", "template", "spec", "containers", "0", "args")).Select(word => word.ToString()));
        var triggers = ((YamlSequenceNode)scaled.Child("spec", "triggers")).ToList();
        Assert.All(triggers, trigger => Assert.Equal("azure-queue", trigger.At("type")));
        Assert.Equal(
            Pipeline.Queues.Order(StringComparer.Ordinal), triggers.Select(trigger => trigger.At("metadata", "queueName")).Order(StringComparer.Ordinal));
    }

    [BicepFact]
    public async Task The_sample_for_Container_Apps_compiles_and_scales_workers_alone()
    {
        var (code, output, errors) = await Bicep.RunAsync("build", Path.Combine("container", "container-apps.bicep"), "--stdout");
        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        var template = new Template(json.RootElement);
        Assert.Equal(
            Pipeline.Queues.Order(StringComparer.Ordinal),
            template.Variable("queueNames").EnumerateArray().Select(queue => queue.GetString()!).Order(StringComparer.Ordinal));
        var apps = template.All("Microsoft.App/containerApps").Select(app => app.GetProperty("properties").GetProperty("template")).ToList();
        Assert.Equal(2, apps.Count);
        Assert.All(apps, app =>
        {
            var isWorker = app.GetProperty("containers")[0].GetProperty("args").EnumerateArray().Any(word => word.GetString() == "--worker");
            var scale = app.GetProperty("scale");
            Assert.Equal(isWorker ? 0 : 1, scale.GetProperty("minReplicas").GetInt32());
            Assert.Equal(isWorker, scale.GetProperty("maxReplicas").ValueKind == JsonValueKind.String);
            Assert.Equal(isWorker, scale.TryGetProperty("rules", out _) || scale.TryGetProperty("copy", out _));
        });
    }

    /// <summary>Every setting is known, every secret comes from somewhere else.</summary>
    [Fact]
    public void No_sample_holds_a_secret()
    {
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotMatch(Secret(), File.ReadAllText(file));
    }

    private static IReadOnlyList<YamlNode> Kubernetes(string file) => Yaml.All(Path.Combine(Folder, "kubernetes", file));

    [GeneratedRegex("^ARG ASPNET=mcr.microsoft.com/dotnet/aspnet:10.0-[a-z]+-chiseled-extra$")]
    private static partial Regex ChiselledImage();

    [GeneratedRegex("AccountKey=|__(?:Key|Password|Secret|Token): *[^ \n]")]
    private static partial Regex Secret();
}
