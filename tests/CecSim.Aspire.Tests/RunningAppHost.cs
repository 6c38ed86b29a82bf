using System.Reflection;
using CecSim.ControlClient;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Aspire.Tests;

/// <summary>
/// An app host that runs, with Aspire's own orchestrator: a CEC, and an application that writes down what it was given.
/// </summary>
public sealed class RunningAppHost : IAsyncLifetime
{
    private static readonly string Orchestrator = typeof(RunningAppHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "dcpclipath").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-aspire-").FullName;
    private DistributedApplication? _app;

    internal IServiceProvider Services => App.Services;

    internal CecSimResource Cec { get; private set; } = null!;

    internal int SipPort { get; } = FreePort.OfUdp();

    private DistributedApplication App => _app ?? throw new InvalidOperationException("It was not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Orchestrator), $"Aspire's orchestrator is not here: {Orchestrator}");
        var builder = AppHosts.Create();
        var cec = builder.AddCecSim("cec", path: AppHosts.Tool)
            .WithScenario("queue-then-connect")
            .WithSip(SipPort)
            .WithOtlpExporter()
            .WithEnvironment("CECSIM_DATA", Path.Combine(_folder, "data"));
        builder.AddExecutable("desk", "sh", _folder, "-c", "env >given.part && mv given.part given")
            .WithReference(cec);
        Cec = cec.Resource;
        _app = builder.Build();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        await Services.GetRequiredService<ResourceNotificationService>()
            .WaitForResourceHealthyAsync("cec", TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    internal CecSimControl OpenControl() => new(new Uri(Cec.Http.Url));

    /// <summary>The variables of the application that references the CEC.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> ReadGivenAsync()
    {
        await Services.GetRequiredService<ResourceNotificationService>().WaitForResourceAsync(
            "desk", KnownResourceStates.TerminalStates, TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(_folder, "given"), TestContext.Current.CancellationToken);
        return lines.Select(l => l.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
    }

    internal Task<ExecuteCommandResult> CommandAsync(string name, params (string Name, string Value)[] arguments) =>
        Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(
            Cec,
            name,
            new InteractionInputCollection([.. arguments.Select(
                a => new InteractionInput { Name = a.Name, InputType = InputType.Text, Value = a.Value })]),
            TestContext.Current.CancellationToken);
}
