using CecSim.Server.Exchanges;

namespace CecSim.Server.Tests.OpenApi;

/// <summary>What the vendor's document says of each field of a request, a server holds to.</summary>
public sealed class ContractTests
{
    public static TheoryData<string, string, string> Breaches
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var operation in VendorRoutes.All.Select(r => r.Operation).Distinct())
            {
                foreach (var told in operation.Query.Concat(operation.Body).Where(f => f.IsChecked))
                {
                    foreach (var breach in BreachesOf(told))
                    {
                        data.Add(operation.Word, told.Name, breach);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task A_field_that_breaks_the_contract_is_refused(string operation, string field, string breach)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var route = VendorRoutes.All.First(r => r.Operation.Word == operation);
        var values = route.Operation.Query.Concat(route.Operation.Body)
            .Where(f => f.IsRequired)
            .ToDictionary(f => f.Name, f => Fitting(cec, f));
        values[field] = breach;

        var answer = await SendAsync(client, route, values);

        var told = JsonNode.Parse(answer.Body)!;
        Assert.False(
            answer.Status == 200 && (string?)(told["resultCode"] ?? told["returnCode"]) is "0" or null,
            $"{breach} in {field} was taken: {answer.Body}");
        Assert.InRange(answer.Status, 200, 499);
    }

    private static IEnumerable<string> BreachesOf(RequestField field)
    {
        // No bytes are bytes too.
        if (field is { IsRequired: true, IsBase64: false })
        {
            yield return "";
        }

        if (field.Allowed.Length > 0)
        {
            yield return "none of them";
        }
        else if (field.IsBase64)
        {
            yield return "not Base64!";
        }
        else
        {
            yield return new string('x', field.CharsMax!.Value + 1);
        }
    }

    // What is known beforehand has to fit the client, or every breach would be refused for the wrong reason.
    private static string Fitting(TestCec cec, RequestField field) => field.Name switch
    {
        "app_key" => cec.Space.Settings.AppKey,
        "app_secret" => cec.Space.Settings.AppSecret,
        "userId" or "from" or "receiverId" => "u1",
        "channelId" or "channelConfigId" or "to" => cec.Space.Settings.Channels[0].Id,
        "controlType" => "CONNECT",
        _ when field.Allowed.Length > 0 => field.Allowed[0],
        _ when field.IsBase64 => "AAAA",
        _ => "x",
    };

    private static Task<Answer> SendAsync(
        CecClient client, VendorRoute route, Dictionary<string, string> values)
    {
        var query = string.Join('&', route.Operation.Query.Where(q => values.ContainsKey(q.Name))
            .Select(q => $"{q.Name}={Uri.EscapeDataString(values[q.Name])}"));
        var path = query.Length > 0 ? $"{route.Path}?{query}" : route.Path;
        if (route.Method == "GET")
        {
            return client.GetAsync(path);
        }

        var body = new JsonObject(route.Operation.Body.Where(f => values.ContainsKey(f.Name))
            .Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, values[f.Name])));
        return client.PostAsync(path, body.ToJsonString());
    }
}
