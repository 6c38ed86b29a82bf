using System.Text.Json.Nodes;
using CecSim.Cli.Trying;
using CecSim.Scenarios.Contracts;
using CecSim.Simulation;

namespace CecSim.Cli.Contracts;

/// <summary>
/// The steps of a contract as a Pact V4 file. Pact cannot tell what comes before what: each step is an interaction of
/// its own, with the provider states that bring it about.
/// </summary>
internal static class ContractPact
{
    /// <returns>The file's text, or why a step cannot be said in it.</returns>
    public static (string? Pact, string? Complaint) Of(SequenceContract contract)
    {
        var interactions = new JsonArray();
        foreach (var step in contract.Steps.DistinctBy(DescriptionOf))
        {
            if (PactRequest.Of(step.Request) is not { } request)
            {
                return (null, $"'{step.Request.Word()}' cannot be said in a pact yet.");
            }

            if (StatesOf(step) is not { } states)
            {
                return (null, $"No provider state is known that brings {DescriptionOf(step)}: name it with 'given'.");
            }

            interactions.Add(new JsonObject
            {
                ["type"] = "Synchronous/HTTP",
                ["description"] = DescriptionOf(step),
                ["pending"] = false,
                ["providerStates"] = states,
                ["request"] = request.ToPact(step.Request),
                ["response"] = ResponseOf(step),
            });
        }

        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = contract.Name },
            ["provider"] = new JsonObject { ["name"] = "cec" },
            ["interactions"] = interactions,
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
        };
        return (pact.ToJsonString(LadderJson.Readable) + "\n", null);
    }

    private static string DescriptionOf(ContractStep step) =>
        $"{step.Request.Word()}{(step.Event is { } item ? $" that brings {item.Word}" : "")}" +
        $"{(step.Status == 200 ? "" : $" answered {step.Status}")}" +
        $"{(step.ResultCode is null ? "" : $" refused with {step.ResultCode}")}";

    // Codes and events mean what they are: all of it is to the letter.
    private static JsonObject ResponseOf(ContractStep step)
    {
        var content = new JsonObject();
        if (step.Status == 200 && step.Request is not (CecOperation.TokenByAkSk or CecOperation.QueryAgentInfo))
        {
            content["resultCode"] = step.ResultCode ?? "0";
        }

        if (step.Event?.EventId is { } eventId)
        {
            content["eventId"] = eventId;
        }

        return new JsonObject
        {
            ["status"] = step.Status,
            ["body"] = new JsonObject
            {
                ["content"] = content,
                ["contentType"] = "application/json",
                ["encoded"] = false,
            },
        };
    }

    private static JsonArray? StatesOf(ContractStep step)
    {
        if (step.Given is { } given)
        {
            return [.. given.Select(g => State(g))];
        }

        return (step.Status, step.ResultCode) switch
        {
            (403, _) => [State("the access token has expired")],
            (401, _) => [State("the messaging token has expired")],
            (200, null) => step.Event switch
            {
                { EventId: null } => [State("no event is waiting")],
                { } item => [State("an event is waiting", new JsonObject { ["event"] = item.Word })],
                null => SuccessStatesOf(step.Request),
            },
            _ => null,
        };
    }

    private static JsonArray? SuccessStatesOf(CecOperation operation) => operation switch
    {
        CecOperation.TokenByAkSk => [State("a tenant exists")],
        CecOperation.ApplyToken or CecOperation.QueryAgentInfo => [State("an access token was issued")],
        CecOperation.CheckClickToCallSupport => [State("a user is signed in")],
        CecOperation.CreateClickToCall => [State("an agent is free"), State("a user is signed in")],
        CecOperation.GetClickToCallEvents or CecOperation.DropClickToCall => [State("a call is connected")],
        CecOperation.Send or CecOperation.SendAsync => [State("an agent is free"), State("a user is signed in")],
        CecOperation.Poll => [State("a message is waiting")],
        CecOperation.QueryQueueInfo => [State("a text session waits in a queue")],
        _ => null,
    };

    private static JsonObject State(string name, JsonObject? parameters = null)
    {
        var state = new JsonObject { ["name"] = name };
        if (parameters is not null)
        {
            state["params"] = parameters;
        }

        return state;
    }
}
