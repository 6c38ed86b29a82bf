using CecSim.Aspire;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// A CEC on this machine: a process of <c>cecsim serve</c>. Its connection string is the address that CEC's clients and
/// those of the control API are given; what else they need are its connection properties.
/// </summary>
public sealed class CecSimResource : ExecutableResource, IResourceWithConnectionString
{
    internal const string HttpEndpoint = "http";
    internal const string HttpsEndpoint = "https";
    internal const string MediaEndpoint = "media";
    internal const string SipUdpEndpoint = "sip-udp";
    internal const string SipTcpEndpoint = "sip-tcp";

    internal CecSimResource(string name, CecSimProgram program, string workingDirectory)
        : base(name, program.Command, workingDirectory) => Program = program;

    /// <summary>Where CEC's API, the control API and SIP over WebSocket are, on loopback.</summary>
    public EndpointReference Http => new(this, HttpEndpoint);

    /// <summary>The same by HTTPS, with a certificate of CecSim's own development CA.</summary>
    public EndpointReference Https => new(this, HttpsEndpoint);

    /// <summary>The UDP port of all calls' media.</summary>
    public EndpointReference Media => new(this, MediaEndpoint);

    /// <summary>The address of CEC, such as <c>http://localhost:5080</c>.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{Http.Property(EndpointProperty.Url)}");

    internal CecSimProgram Program { get; }

    /// <summary>The scenarios of its spaces; none for the demo space.</summary>
    internal List<string> Scenarios { get; } = [];

    /// <summary>
    /// What a resource that references it is given beside the connection string, as variables such as
    /// <c>CEC_APPKEY</c>: <c>Uri</c>, <c>ControlUri</c>, and of its first space <c>Space</c>, <c>AppKey</c>,
    /// <c>AppSecret</c>, <c>TenantSpaceId</c>, <c>ChannelId</c>. Those of the space are told by the server, so their
    /// reader waits until it is healthy.
    /// </summary>
    public IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() =>
    [
        new("Uri", ConnectionStringExpression),
        new("ControlUri", ReferenceExpression.Create($"{Http.Property(EndpointProperty.Url)}/_cecsim")),
        .. SpaceValue.All(this).Select(v => KeyValuePair.Create(v.Name, ReferenceExpression.Create($"{v}"))),
    ];

    internal CecSimControl OpenControl() => new(new Uri(Http.Url));
}
