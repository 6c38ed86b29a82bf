using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Server.Spaces;
using CecSim.Simulation.Clock;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Tests;

/// <summary>A server of its own on a free port, in frozen time, spoken to over its socket.</summary>
internal sealed class TestCec : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestCec(WebApplication app)
    {
        _app = app;
        Http = ClientOf(Url("http"));
    }

    /// <summary>By which tests ask for it, beside this machine's own.</summary>
    public static IReadOnlyList<string> HostNames { get; } = ["cec.example", "10.0.0.7"];

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public HttpClient Http { get; }

    public SpaceDirectory Spaces => _app.Services.GetRequiredService<SpaceDirectory>();

    public Space Space => Spaces.First;

    public Guard Guard => _app.Services.GetRequiredService<Guard>();

    /// <summary>
    /// Every route outside of the control API as its endpoints name it; with GET where it takes any method.
    /// </summary>
    public IReadOnlyList<(string Method, string Path)> Routes => RoutesOf(isControl: false);

    /// <summary>Every route of the control API, about the space demo where it is about one.</summary>
    public IReadOnlyList<(string Method, string Path)> ControlRoutes => RoutesOf(isControl: true);

    /// <summary>For flows that no network brings.</summary>
    public CallGateway Gateway => _app.Services.GetRequiredService<CallGateway>();

    public SipServer Sip => Gateway.Sip;

    /// <summary>How the media of a customer's call stand, once the gateway has answered it.</summary>
    public MediaReport MediaOf(long callId) =>
        FindMediaOf(callId) ?? throw new InvalidOperationException($"The gateway has no call {callId} yet.");

    /// <summary>The same; null as long as the gateway has not answered, though an agent may ring by then.</summary>
    public MediaReport? FindMediaOf(long callId) =>
        Gateway.Calls.SingleOrDefault(c => c.CallId == callId)?.Report();

    /// <summary>How many contacts of phones the registrar knows.</summary>
    public int SipBindings => _app.Services.GetRequiredService<CallGateway>().Sip.Registrar.All().Count;

    /// <summary>Where softphones register, by the first of its addresses.</summary>
    public IPEndPoint Softphones => _app.Services.GetRequiredService<CallGateway>().Softphones[0];

    public static Task<TestCec> StartAsync(string profile) => StartAsync(SettingsOf(profile));

    public static Task<TestCec> StartAsync(SpaceSettings? settings = null) =>
        StartAsync(new CecSimArgs { Spaces = [settings ?? new()] });

    /// <param name="configure">Adds what a test needs inside the pipeline.</param>
    /// <param name="guardLog">Hears what fails.</param>
    /// <param name="configureBuilder">Has the last word on the services.</param>
    /// <param name="real">Real time, for what is measured by it even in a frozen space.</param>
    public static async Task<TestCec> StartAsync(
        CecSimArgs args,
        Action<WebApplication>? configure = null,
        TimeProvider? real = null,
        IGuardLog? guardLog = null,
        Action<WebApplicationBuilder>? configureBuilder = null)
    {
        var app = CecSimHost.Build(
            args with
            {
                Urls = ["http://127.0.0.1:0"],
                HostNames = HostNames,
                Clock = ClockSettings.Frozen,
                LogLevel = LogLevel.None,
            },
            builder =>
            {
                builder.Services.AddSingleton(real ?? TimeProvider.System);
                builder.Services.AddSingleton(guardLog ?? new WriterLog(Console.Error));
                configureBuilder?.Invoke(builder);
            });
        configure?.Invoke(app);
        await app.StartAsync(TestEnds);
        return new TestCec(app);
    }

    public static SpaceSettings SettingsOf(string profile) => new() { Profile = Profile.Find(profile)! };

    public Uri Url(string scheme) => new(_app.Urls.First(u => u.StartsWith(scheme + "://", StringComparison.Ordinal)));

    public static HttpClient ClientOf(Uri url) => new(
        new HttpClientHandler
        {
            // Whom to trust is what the certificate tests are about.
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        })
    {
        BaseAddress = url,

        // Of real time, against an answer that never comes.
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Fetches both tokens as a client does.</summary>
    public async Task<CecClient> SignInAsync(string userId = "u1", Space? space = null, HttpClient? http = null)
    {
        var client = new CecClient(http ?? Http, (space ?? Space).Settings);
        await client.FetchAccessTokenAsync();
        await client.FetchMessagingTokenAsync(userId);
        return client;
    }

    public Task AdvanceAsync(double seconds) =>
        Space.Time.AdvanceAsync(TimeSpan.FromMilliseconds((long)Math.Round(seconds * 1000)), TestEnds);

    /// <summary>Goes on once the request waits on the server.</summary>
    /// <returns>The request, still without an answer.</returns>
    public async Task<Task<Answer>> HeldAsync(Task<Answer> request, int waiting = 1)
    {
        var held = Space.Time.WhenWaitingAsync(waiting, TestEnds);
        await await Task.WhenAny(held, request);
        Assert.False(request.IsCompleted, "The request was answered; it should wait.");
        return request;
    }

    private List<(string Method, string Path)> RoutesOf(bool isControl) =>
    [
        .. from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where (path.StartsWith("/_cecsim", StringComparison.Ordinal)
               && !path.StartsWith("/_cecsim/ui", StringComparison.Ordinal)) == isControl
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           let ofDemo = path.Replace("{spaceName}", "demo", StringComparison.Ordinal)
           select (method, Regex.Replace(ofDemo, @"\{[^}]*\}", "1")),
    ];

    public Task StopAsync() => _app.StopAsync(TestEnds);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
