using System.Diagnostics;
using CecSim.Control.Contracts;
using CecSim.Server.Exchanges;
using CecSim.Server.Tests.OpenApi.Making;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Tests.OpenApi;

/// <summary>The two documents: what a server tells, what the repository holds, what a linter says.</summary>
public sealed class DocumentTests
{
    private static readonly string Folder = Checkout.PathOf("src", "CecSim.Server", "OpenApi");

    [Theory]
    [InlineData("vendor")]
    [InlineData("control")]
    public async Task The_document_in_the_repository_is_what_the_routes_say(string name)
    {
        await using var app = CecSimHost.Build(
            new CecSimArgs { Urls = ["http://127.0.0.1:0"] }, b => b.Services.AddControlDocument());
        app.MapOpenApi("/made/{documentName}.json");
        await app.StartAsync(TestCec.TestEnds);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        // The control API's routes are made when one of them is asked for.
        await http.GetStringAsync("/_cecsim/health/ready", TestCec.TestEnds);
        var path = name == "control" ? "/made/control.json" : "/_cecsim/openapi/vendor.json";

        var made = (await http.GetStringAsync(path, TestCec.TestEnds)).ReplaceLineEndings("\n").TrimEnd() + "\n";

        made = made.Replace(app.Urls.Single(), CecSimArgs.DefaultUrl, StringComparison.Ordinal);
        GeneratedFile.AssertFresh($"src/CecSim.Server/OpenApi/{name}.json", made);
    }

    [Fact]
    public void A_number_of_the_control_API_is_no_text_to_generated_clients()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "control.json")))!;

        var types = NodesOf(document).OfType<JsonObject>().Select(n => n["type"]).OfType<JsonArray>()
            .Select(t => t.Select(w => (string)w!).ToList());

        Assert.DoesNotContain(types, t => t.Contains("string") && (t.Contains("number") || t.Contains("integer")));
    }

    [Fact]
    public void Every_type_of_problem_is_in_the_document_with_its_status()
    {
        var type = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "control.json")))!
            ["components"]!["schemas"]!["Problem"]!["properties"]!["type"]!;

        Assert.Equal(
            Enum.GetValues<ProblemCode>().Length - 1,
            type["enum"]!.AsArray().Count);
        Assert.Contains("urn:cecsim:problem:space-unknown 404", (string?)type["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_operation_lists_the_problems_that_it_answers_with_by_their_statuses()
    {
        var responses = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "control.json")))!
            ["paths"]!["/_cecsim/spaces/{spaceName}/calls/{id}/media"]!["get"]!["responses"]!.AsObject();

        Assert.Equal(
            ["space-unknown", "call-unknown", "route-unknown"],
            responses["404"]!["x-problem-codes"]!.AsArray().Select(c => (string?)c));
        Assert.True(ControlDocumentCheck.IsListed(responses, 409, "urn:cecsim:problem:no-media"));
        Assert.False(ControlDocumentCheck.IsListed(responses, 409, "urn:cecsim:problem:call-unknown"));
        Assert.False(ControlDocumentCheck.IsListed(responses, 503, "urn:cecsim:problem:not-ready"));
    }

    [Fact]
    public void No_word_of_the_document_stands_for_what_is_not_known()
    {
        var schemas = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "control.json")))!
            ["components"]!["schemas"]!.AsObject();

        var unknown = schemas.Where(s => s.Value!["enum"]?.AsArray().Any(w => (string?)w == "unknown") == true);

        Assert.Equal(["CallEventName"], unknown.Select(s => s.Key));
    }

    [Fact]
    public void Every_state_of_an_agent_is_in_the_document()
    {
        var states = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "control.json")))!
            ["components"]!["schemas"]!["AgentState"]!["enum"]!.AsArray();

        Assert.Equal(
            typeof(CecSim.Simulation.Agents.AgentState).GetNestedTypes()
                .Select(t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..])
                .Order(StringComparer.Ordinal),
            states.Select(s => (string)s!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_server_tells_the_document_of_its_control_API()
    {
        await using var cec = await TestCec.StartAsync();

        var told = await cec.Http.GetStringAsync("/_cecsim/openapi/control.json", TestCec.TestEnds);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, "control.json")), told);
    }

    [Fact]
    public async Task Every_route_of_the_vendor_is_in_the_document_and_no_other()
    {
        await using var cec = await TestCec.StartAsync();

        var document = JsonNode.Parse(await cec.Http.GetStringAsync("/_cecsim/openapi/vendor.json", TestCec.TestEnds))!;

        Assert.Equal(
            VendorRoutes.All.Select(r => $"{r.Method} {r.Path}").Order(),
            OperationsOf(document).Order());
    }

    [Fact]
    public async Task Every_route_of_the_control_API_is_in_the_document_and_no_other()
    {
        EndpointDataSource? endpoints = null;
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs(), app => endpoints = app.Services.GetRequiredService<EndpointDataSource>());

        var text = await cec.Http.GetStringAsync("/_cecsim/openapi/control.json", TestCec.TestEnds);
        var document = JsonNode.Parse(text)!;

        var routes =
            from endpoint in endpoints!.Endpoints.OfType<RouteEndpoint>()
            let path = endpoint.RoutePattern.RawText!
            where path.StartsWith("/_cecsim", StringComparison.Ordinal)
                && !path.Contains("/openapi/") && !path.StartsWith("/_cecsim/ui", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {Regex.Replace(path, ":[a-z]+", "")}";
        Assert.Equal(routes.Order(), OperationsOf(document).Order());
    }

    [Fact]
    public async Task A_public_linter_finds_nothing_in_either()
    {
        var check = Checkout.PathOf("tests", "openapi-check");
        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine("node_modules", "@redocly", "cli", "bin", "cli.js"), "lint", "--config", "redocly.yaml",
                "--format", "codeframe", Path.Combine(Folder, "vendor.json"), Path.Combine(Folder, "control.json"),
            ])
        {
            WorkingDirectory = check,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        };
        using var linter = Process.Start(start)!;
        var said = await linter.StandardError.ReadToEndAsync(TestCec.TestEnds);
        await linter.WaitForExitAsync(TestCec.TestEnds);

        Assert.True(linter.ExitCode == 0, said);
        Assert.DoesNotContain("You have", said, StringComparison.Ordinal);
        Assert.Contains("valid", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OperationsOf(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";

    private static IEnumerable<JsonNode?> NodesOf(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(m => NodesOf(m.Value)).Prepend(node),
        JsonArray list => list.SelectMany(NodesOf).Prepend(node),
        _ => [node],
    };
}
