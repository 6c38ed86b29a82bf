using System.Net;
using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Telephony.Media.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>
/// A server of its own in real time, and the demo's two pages in one browser: the customer's and the agent's, each with
/// a tone of its own in place of a microphone.
/// </summary>
internal sealed class TwoTabs : IAsyncDisposable
{
    public const int CustomerHertz = 440;
    public const int AgentHertz = 700;

    private const float PatienceMs = 60_000;

    private readonly WebApplication _app;
    private readonly IBrowserContext _context;

    private TwoTabs(WebApplication app, IBrowserContext context) => (_app, _context) = (app, context);

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>As <c>scenarios/two-tabs.yaml</c> has it, but for how long it rings.</summary>
    public static SpaceSettings OneAgent { get; } = new()
    {
        Queues =
        [
            new() { Name = "voice-click", Type = QueueType.VoiceClickToDial, WrapUp = TimeSpan.FromSeconds(1) },
            new() { Name = "video-click", Type = QueueType.VideoClickToDial, WrapUp = TimeSpan.FromSeconds(1) },
            new() { Name = "chat", Type = QueueType.Multimedia },
        ],
        Agents = [new() { WorkNo = 1001, AccountCode = "11", SipAccount = "88881001", SipPassword = "cti-1234" }],

        // A busy machine takes long to look at a page that rings.
        RingingMax = TimeSpan.FromMinutes(5),
    };

    public IPage Customer { get; private set; } = null!;

    public IPage Agent { get; private set; } = null!;

    /// <summary>What the pages' scripts threw and the browser complained of.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The origins of all that was asked for.</summary>
    public ConcurrentDictionary<string, bool> Asked { get; } = new();

    public string Address => _app.Urls.Single();

    public Guard Guard => _app.Services.GetRequiredService<Guard>();

    public Space Space => _app.Services.GetRequiredService<Server.Spaces.SpaceDirectory>().First;

    /// <summary>What the server knows of the customer's call.</summary>
    public GatewayCall Call => _app.Services.GetRequiredService<CallGateway>().Calls.Single();

    /// <summary>Where softphones register that are in no page.</summary>
    public IPEndPoint Softphones => _app.Services.GetRequiredService<CallGateway>().Softphones[0];

    /// <summary>Opens both, and waits until the agent's phone is registered.</summary>
    /// <param name="recordings">A folder for what customers say; null for none.</param>
    /// <param name="isAgentHere">False for an agent with a phone elsewhere: there is but the customer's page.</param>
    public static async Task<TwoTabs> OpenAsync(
        Chromium chromium,
        SpaceSettings? space = null,
        string locale = "en-US",
        bool isAgentHere = true,
        string? recordings = null)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            Spaces = [space ?? OneAgent],
            SipPort = isAgentHere ? null : 0,
            RecordMedia = recordings is null ? null : new RecordingSettings(recordings),
        });
        await app.StartAsync(TestEnds);
        var context = await chromium.Browser.NewContextAsync(new() { Locale = locale });
        context.SetDefaultTimeout(PatienceMs);
        var tabs = new TwoTabs(app, context);
        if (isAgentHere)
        {
            tabs.Agent = await tabs.NewPageAsync("/demo/agent", AgentHertz);
            await tabs.Agent.Locator("#dial-button:enabled").WaitForAsync();
        }

        tabs.Customer = await tabs.NewPageAsync("/demo/customer", CustomerHertz);
        return tabs;
    }

    /// <summary>The customer clicks to call, the agent answers at the phone of its page, and both are joined.</summary>
    public async Task TalkAsync(string button = "#voice", string answer = "#phone-answer")
    {
        await Customer.Locator(button).ClickAsync();
        await Agent.Locator(answer).ClickAsync();
        await Customer.Locator("#phone[data-state=talking]").WaitForAsync();
        await Agent.Locator("#phone[data-state=talking]").WaitForAsync();
    }

    /// <summary>Waits until a page says of its call what is wanted.</summary>
    public static Task SaysAsync(IPage page, string words) =>
        page.Locator("#phone-state").GetByText(words, new() { Exact = true }).WaitForAsync();

    /// <returns>Of a page's loudspeaker the pitch in hertz, once there is one.</returns>
    public static Task<double> PitchAsync(IPage page) => page.EvaluateAsync<double>(
        """
        async () => {
          const context = new AudioContext({ sampleRate: 48000 })
          await context.resume()
          const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
          const heard = document.getElementById('phone-far').srcObject
          context.createMediaStreamSource(heard).connect(analyser)
          const bins = new Float32Array(analyser.frequencyBinCount)
          const ends = performance.now() + 60000
          let [pitch, seen] = [0, 0]
          while (seen < 3 && performance.now() < ends) {
            await new Promise(done => setTimeout(done, 100))
            analyser.getFloatFrequencyData(bins)
            const loudest = bins.reduce((best, db, i) => db > bins[best] ? i : best, 0)
            const now = bins[loudest] > -60 ? loudest * context.sampleRate / analyser.fftSize : 0
            seen = now > 0 && Math.abs(now - pitch) < 12 ? seen + 1 : 0
            pitch = now
          }
          await context.close()
          return seen < 3 ? 0 : pitch
        }
        """);

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await _app.DisposeAsync();
    }

    private async Task<IPage> NewPageAsync(string path, int hertz)
    {
        var output = TestContext.Current.TestOutputHelper;
        var page = await _context.NewPageAsync();
        page.Request += (_, request) => Asked[new Uri(request.Url).GetLeftPart(UriPartial.Authority)] = true;
        page.Console += (_, message) => Note(message.Text);
        page.PageError += (_, error) => Note(error);
        await page.AddInitScriptAsync(
            $$"""
            {
              const devices = navigator.mediaDevices
              const take = devices.getUserMedia.bind(devices)
              devices.getUserMedia = async ({ video }) => {
                const context = new AudioContext()
                const tone = new OscillatorNode(context, { frequency: {{hertz}} })
                const microphone = context.createMediaStreamDestination()
                tone.connect(new GainNode(context, { gain: 0.3 })).connect(microphone)
                tone.start()
                const pictures = video ? (await take({ video })).getTracks() : []
                return new MediaStream([...microphone.stream.getTracks(), ...pictures])
              }
            }
            """);
        await page.GotoAsync($"{Address}{path}");
        return page;

        void Note(string complaint)
        {
            output?.WriteLine($"{path}: {complaint}");
            Complaints.Enqueue(complaint);
        }
    }
}
