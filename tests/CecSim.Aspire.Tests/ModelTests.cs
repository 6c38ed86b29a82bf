using System.Net.Sockets;

namespace CecSim.Aspire.Tests;

/// <summary>What <c>AddCecSim</c> makes of an app host, without starting it.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly IDistributedApplicationBuilder _builder = AppHosts.Create();
    private DistributedApplication? _app;

    /// <inheritdoc/>
    public void Dispose() => _app?.Dispose();

    [Fact]
    public async Task The_process_serves_where_its_endpoints_are()
    {
        var cec = Allocated(_builder.AddCecSim("cec", port: 5080, path: AppHosts.Tool));

        Assert.Equal(
            ["serve", "--urls", "http://localhost:5080", "--https-port", "6001", "--media-port", "6002"],
            await ArgumentsOf(cec));
        Assert.Equal(Path.GetFullPath(_builder.AppHostDirectory), Path.GetFullPath(cec.Resource.WorkingDirectory));
    }

    [Fact]
    public async Task A_scenario_is_a_name_or_a_file_of_the_app_host()
    {
        var file = Path.GetFileName(typeof(ModelTests).Assembly.Location);
        var cec = Allocated(_builder.AddCecSim("cec", path: AppHosts.Tool)
            .WithScenario("queue-then-connect")
            .WithScenario(Path.GetRelativePath(
                _builder.AppHostDirectory, Path.Combine(AppContext.BaseDirectory, file))));

        var scenarios = (await ArgumentsOf(cec)).SkipWhile(a => a != "--scenario").ToList();

        Assert.Equal("queue-then-connect", scenarios[1]);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, file), Path.GetFullPath(scenarios[3]));
    }

    [Fact]
    public async Task Softphones_register_at_one_port_by_UDP_and_by_TCP()
    {
        var cec = Allocated(_builder.AddCecSim("cec", path: AppHosts.Tool).WithSip(5060));

        Assert.Equal("5060", (await ArgumentsOf(cec)).SkipWhile(a => a != "--sip-port").ElementAt(1));
        Assert.Equal(
            [("http", ProtocolType.Tcp), ("https", ProtocolType.Tcp), ("media", ProtocolType.Udp),
                ("sip-tcp", ProtocolType.Tcp), ("sip-udp", ProtocolType.Udp)],
            Endpoints(cec).Select(e => (e.Name, e.Protocol)).OrderBy(e => e.Name, StringComparer.Ordinal));
    }

    // Calls name the server's own addresses, of HTTP and of media: nothing may stand before them.
    [Fact]
    public void Nothing_stands_between_a_client_and_the_server() =>
        Assert.DoesNotContain(Endpoints(_builder.AddCecSim("cec", path: AppHosts.Tool).WithSip()), e => e.IsProxied);

    [Fact]
    public async Task Telemetry_is_sent_where_Aspire_asks_for_it()
    {
        var silent = Allocated(_builder.AddCecSim("silent", path: AppHosts.Tool));
        var told = Allocated(_builder.AddCecSim("told", path: AppHosts.Tool).WithOtlpExporter());

        Assert.DoesNotContain("--otlp", await ArgumentsOf(silent));
        Assert.Equal("--otlp", (await ArgumentsOf(told))[^1]);
    }

    [Fact]
    public void Its_health_is_watched_and_it_is_not_published()
    {
        var cec = _builder.AddCecSim("cec", path: AppHosts.Tool).Resource;

        Assert.Single(cec.Annotations.OfType<HealthCheckAnnotation>());
        Assert.True(cec.IsExcludedFromPublish());
    }

    // The orchestrator asks for all of them before it starts the process, and warns of each that throws.
    [Fact]
    public async Task Before_it_runs_nobody_is_told_of_its_space()
    {
        var cec = Allocated(_builder.AddCecSim("cec", path: AppHosts.Tool));

        foreach (var value in SpaceValue.All(cec.Resource))
        {
            Assert.Null(await value.GetValueAsync(TestContext.Current.CancellationToken));
        }
    }

    private static IEnumerable<EndpointAnnotation> Endpoints(IResourceBuilder<CecSimResource> cec) =>
        cec.Resource.Annotations.OfType<EndpointAnnotation>();

    // As the orchestrator does it.
    private static IResourceBuilder<CecSimResource> Allocated(IResourceBuilder<CecSimResource> cec)
    {
        foreach (var (index, endpoint) in Endpoints(cec).Index())
        {
            var port = endpoint.Port ?? 6000 + index;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port, $"{port}");
        }

        return cec;
    }

    private async Task<IReadOnlyList<string>> ArgumentsOf(IResourceBuilder<CecSimResource> cec)
    {
        _app ??= _builder.Build();
        var configuration = await ExecutionConfigurationBuilder.Create(cec.Resource).WithArgumentsConfig()
            .BuildAsync(_builder.ExecutionContext, cancellationToken: TestContext.Current.CancellationToken);
        return [.. configuration.Arguments.Select(a => a.Value).Skip(cec.Resource.Program.Arguments.Count)];
    }
}
