using System.Net.Sockets;
using CecSim.Aspire;

namespace Aspire.Hosting;

/// <summary>Adds CecSim to the app host of an application that calls CEC.</summary>
public static class CecSimBuilderExtensions
{
    private const string ReadyPath = "/_cecsim/health/ready";
    private const int DefaultSipPort = 5060;

    /// <summary>
    /// Adds a CEC: cecsim in a process of its own, on loopback, with a demo space unless
    /// <see cref="WithScenario"/> names others. It is there while the application is developed and tested, and is not
    /// published with it.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name, which is also that of the connection string.</param>
    /// <param name="port">The port for HTTP; null for any free one.</param>
    /// <param name="path">
    /// The native file, the installed tool or <c>cecsim.dll</c>, from the app host's folder on; null for the one that
    /// <c>CECSIM_BINARY</c> names, or the first on the search path.
    /// </param>
    /// <exception cref="DistributedApplicationException">There is no such file; it says what to do.</exception>
    public static IResourceBuilder<CecSimResource> AddCecSim(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        int? port = null,
        string? path = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var folder = builder.AppHostDirectory;
        var program = CecSimProgram.Find(path, folder, builder.Configuration);
        var cec = builder.AddResource(new CecSimResource(name, program, folder))
            .WithHttpEndpoint(port: port, name: CecSimResource.HttpEndpoint, isProxied: false)
            .WithHttpsEndpoint(name: CecSimResource.HttpsEndpoint, isProxied: false)
            .WithEndpoint(
                name: CecSimResource.MediaEndpoint, scheme: "udp", isProxied: false, protocol: ProtocolType.Udp)
            .WithArgs(context => ServeArguments.AddTo(context))
            .WithHttpHealthCheck(ReadyPath, endpointName: CecSimResource.HttpEndpoint)
            .ExcludeFromManifest();
        return CecSimCommands.AddTo(cec);
    }

    /// <summary>Adds a space that plays a scenario.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="scenario">
    /// The name of a shipped one, such as <c>queue-then-connect</c>, or a file or a folder of files, from the app
    /// host's folder on.
    /// </param>
    public static IResourceBuilder<CecSimResource> WithScenario(
        this IResourceBuilder<CecSimResource> builder, string scenario)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scenario);
        builder.Resource.Scenarios.Add(scenario);
        return builder;
    }

    /// <summary>Lets softphones register, by UDP and by TCP.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port of both.</param>
    public static IResourceBuilder<CecSimResource> WithSip(
        this IResourceBuilder<CecSimResource> builder, int port = DefaultSipPort)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .WithEndpoint(
                port: port, name: CecSimResource.SipUdpEndpoint, scheme: "sip", isProxied: false,
                protocol: ProtocolType.Udp)
            .WithEndpoint(
                port: port, name: CecSimResource.SipTcpEndpoint, scheme: "sip", isProxied: false,
                protocol: ProtocolType.Tcp);
    }
}
