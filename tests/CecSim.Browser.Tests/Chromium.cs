using System.Security.Cryptography;
using CecSim.Server.Certificates;

[assembly: AssemblyFixture(typeof(CecSim.Browser.Tests.Chromium))]

// Most of a test here is waiting, but packets come at their pace: with four at once on two cores, some came late.
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]

namespace CecSim.Browser.Tests;

/// <summary>The machine's own Chromium, started once. Every test has a context of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string SoundAtOnce = "--autoplay-policy=no-user-gesture-required";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream", SoundAtOnce,
        "--allow-loopback-in-peer-connection",

        // A name of somebody else that leads to this machine, as DNS rebinding makes one.
        "--host-resolver-rules=MAP rebound.example 127.0.0.1", "--no-proxy-server",
    ];

    private static readonly string[] SettingsExtension =
    [
        $"--load-extension={Settings.Folder}", $"--disable-extensions-except={Settings.Folder}",
    ];

    private readonly DirectoryInfo _certificates = Directory.CreateTempSubdirectory("cecsim-browser-");
    private readonly DirectoryInfo _cookieProfile = Directory.CreateTempSubdirectory("cecsim-profile-");
    private IPlaywright? _playwright;
    private IBrowserContext? _cookieBrowser;

    /// <summary>Where the development CA is whose server certificate this browser trusts, and no other.</summary>
    public string CertificateFolder => _certificates.FullName;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>
    /// One whose contexts keep the cookies of third parties. Private windows, and Debian's Chromium anywhere, block
    /// them unless a profile says otherwise; the documents name that as the cause of a failure.
    /// </summary>
    public IBrowser ThirdPartyCookieBrowser { get; private set; } = null!;

    private BrowserTypeLaunchPersistentContextOptions _profile = null!;

    /// <summary>A browser of its own that keeps the cookies of third parties, and can zoom.</summary>
    /// <param name="soundNeedsUse">Whether sound is allowed only once somebody has used the page.</param>
    public async Task<IBrowserContext> OpenProfileAsync(DirectoryInfo profile, bool soundNeedsUse = false)
    {
        await LetCookiesAsync(profile);
        var options = new BrowserTypeLaunchPersistentContextOptions(_profile)
        {
            Args = [.. soundNeedsUse ? SoundAfterUse() : _profile.Args!, .. SettingsExtension],
            IgnoreDefaultArgs = ["--disable-extensions"],
        };
        return await _playwright!.Chromium.LaunchPersistentContextAsync(profile.FullName, options);
    }

    /// <summary>
    /// The same, driven without Playwright, which tells every page that it is in front and has the focus. Sound is
    /// allowed only once somebody has used the page.
    /// </summary>
    internal async Task<DrivenBrowser> DriveAsync(DirectoryInfo profile)
    {
        await LetCookiesAsync(profile);
        return DrivenBrowser.StartChromium(_profile.ExecutablePath!, SoundAfterUse(), profile);
    }

    public async ValueTask InitializeAsync()
    {
        using var authority = LocalAuthority.Open(CertificateFolder, TimeProvider.System);
        var key = authority.ServerCertificate.PublicKey.ExportSubjectPublicKeyInfo();
        var trust = $"--ignore-certificate-errors-spki-list={Convert.ToBase64String(SHA256.HashData(key))}";
        _playwright = await Playwright.CreateAsync();
        var (program, arguments) = (
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Arguments.Append(trust).ToArray());
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = arguments });
        _profile = new() { ExecutablePath = program, Args = arguments, Locale = "en-US" };

        // Private windows have the settings of the profile that they belong to. Playwright opens none of a profile's,
        // but connects to a browser that has one; Chromium writes down its port a while after its start.
        await LetCookiesAsync(_cookieProfile);
        _cookieBrowser = await _playwright.Chromium.LaunchPersistentContextAsync(
            _cookieProfile.FullName, new(_profile) { Args = [.. arguments, "--remote-debugging-port=0"] });
        var told = Path.Combine(_cookieProfile.FullName, "DevToolsActivePort");
        string[] lines = [];
        await Eventually.IsTrueAsync(
            "Chromium's port", () => File.Exists(told) && (lines = File.ReadAllLines(told)).Length > 1);
        ThirdPartyCookieBrowser = await _playwright.Chromium.ConnectOverCDPAsync($"http://127.0.0.1:{lines[0]}");
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        await ThirdPartyCookieBrowser.CloseAsync();
        await _cookieBrowser!.CloseAsync();
        _playwright?.Dispose();
        _certificates.Delete(recursive: true);
        _cookieProfile.Delete(recursive: true);
    }

    private static Task LetCookiesAsync(DirectoryInfo profile) => File.WriteAllTextAsync(
        Path.Combine(profile.CreateSubdirectory("Default").FullName, "Preferences"),
        """{"profile":{"block_third_party_cookies":false,"cookie_controls_mode":0}}""");

    private IEnumerable<string> SoundAfterUse() =>
        _profile.Args!.Except([SoundAtOnce]).Append("--autoplay-policy=document-user-activation-required");
}
