using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests.Servers;

/// <summary>
/// Simulators of other makers, as they come, with stubs for a token and for a poll that waits; where <c>npm ci</c> was
/// run in loadtests/peers.
/// </summary>
internal static class Peers
{
    public const string WireMock = "wiremock";
    public const string Mountebank = "mountebank";

    public static readonly string[] All = [WireMock, Mountebank];

    private const string TokenPath = "/apigovernance/api/oauth/tokenByAkSk";
    private const string ApplyPath = "/apiaccess/ccmessaging/applyToken";
    private const string PollPath = "/apiaccess/ccmessaging/v1/getClickToCallEvents";

    private static readonly string Installed = Path.Combine(Contestants.Root, "loadtests", "peers", "node_modules");

    private static JsonObject TokenAnswer => new()
    {
        ["AppKey"] = "cecsim-demo-key",
        ["ApplyType"] = "Bearer",
        ["AccessToken"] = "00112233445566778899aabbccddeeff",
        ["CreateTime"] = "1545650171",
        ["Expires"] = "600",
        ["Scope"] = "00112233445566778899aabbccddeeff",
        ["UserID"] = "Anonymous",
    };

    private static JsonObject MessagingAnswer => new() { ["resultCode"] = "0", ["token"] = "load" };

    private static JsonObject PollAnswer => new() { ["resultCode"] = "0", ["resultDesc"] = "success" };

    /// <returns>Null where it is not installed, or Java is not.</returns>
    public static async Task<LoadServer?> StartWireMockAsync(LoadSettings settings, CancellationToken ends)
    {
        var folder = Path.Combine(Installed, WireMock, "build");
        if (!Directory.Exists(folder) || !IsOnPath("java"))
        {
            return null;
        }

        var jar = Directory.EnumerateFiles(folder, "wiremock-standalone-*.jar").Single();
        var address = FreeAddress();
        var process = await ServerProcess.StartAsync(
            "java",
            ["-jar", jar, "--port", $"{address.Port}", "--bind-address", address.Host],
            new Uri(address, "/__admin/mappings"),
            ends);
        using var http = new HttpClient { BaseAddress = address };
        await StubWireMockAsync(http, "POST", TokenPath, TokenAnswer, TimeSpan.Zero, ends);
        await StubWireMockAsync(http, "POST", ApplyPath, MessagingAnswer, TimeSpan.Zero, ends);
        await StubWireMockAsync(http, "GET", PollPath, PollAnswer, settings.PollHold, ends);
        return new LoadServer(WireMock, address, HasControl: false) { Process = process };
    }

    /// <returns>Null where it is not installed.</returns>
    public static async Task<LoadServer?> StartMountebankAsync(LoadSettings settings, CancellationToken ends)
    {
        var program = Path.Combine(Installed, Mountebank, "bin", "mb");
        if (!File.Exists(program))
        {
            return null;
        }

        var admin = FreeAddress();
        var process = await ServerProcess.StartAsync(
            "node",
            [program, "start", "--port", $"{admin.Port}", "--host", admin.Host, "--localOnly", "--nologfile"],
            new Uri(admin, "/"),
            ends);
        using var http = new HttpClient { BaseAddress = admin };
        using var response = await http.PostAsJsonAsync(
            "/imposters",
            new JsonObject
            {
                ["protocol"] = "http",
                ["stubs"] = new JsonArray(
                    Stub("POST", TokenPath, TokenAnswer, TimeSpan.Zero),
                    Stub("POST", ApplyPath, MessagingAnswer, TimeSpan.Zero),
                    Stub("GET", PollPath, PollAnswer, settings.PollHold)),
            },
            ends);
        response.EnsureSuccessStatusCode();
        var port = (int)(await response.Content.ReadFromJsonAsync<JsonObject>(ends))!["port"]!;
        return new LoadServer(Mountebank, new Uri($"http://127.0.0.1:{port}"), HasControl: false) { Process = process };
    }

    private static async Task StubWireMockAsync(
        HttpClient http, string method, string path, JsonObject answer, TimeSpan delay, CancellationToken ends)
    {
        using var response = await http.PostAsJsonAsync(
            "/__admin/mappings",
            new JsonObject
            {
                ["request"] = new JsonObject { ["method"] = method, ["urlPath"] = path },
                ["response"] = new JsonObject
                {
                    ["status"] = 200,
                    ["jsonBody"] = answer,
                    ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                    ["fixedDelayMilliseconds"] = (int)delay.TotalMilliseconds,
                },
            },
            ends);
        response.EnsureSuccessStatusCode();
    }

    private static JsonObject Stub(string method, string path, JsonObject answer, TimeSpan delay)
    {
        var response = new JsonObject
        {
            ["is"] = new JsonObject
            {
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                ["body"] = answer,
            },
        };
        if (delay > TimeSpan.Zero)
        {
            response["behaviors"] = new JsonArray(new JsonObject { ["wait"] = (int)delay.TotalMilliseconds });
        }

        return new JsonObject
        {
            ["predicates"] = new JsonArray(
                new JsonObject { ["equals"] = new JsonObject { ["method"] = method, ["path"] = path } }),
            ["responses"] = new JsonArray(response),
        };
    }

    // They do not say which port they took; between this and their start somebody else may take it, and they fail.
    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
