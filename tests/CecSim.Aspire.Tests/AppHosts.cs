namespace CecSim.Aspire.Tests;

/// <summary>App hosts of tests: without a dashboard, and with cecsim as it was built with the tests.</summary>
internal static class AppHosts
{
    /// <summary>cecsim, as <c>AddCecSim</c> takes it.</summary>
    public static string Tool { get; } = ToolCommand.Words[^1];

    public static IDistributedApplicationBuilder Create() => DistributedApplication.CreateBuilder(
        new DistributedApplicationOptions { DisableDashboard = true });
}
