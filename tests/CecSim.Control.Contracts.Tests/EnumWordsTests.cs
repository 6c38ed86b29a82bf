using System.Text.Json;
using System.Text.Json.Serialization;

namespace CecSim.Control.Contracts.Tests;

/// <summary>The words of the enums, and clients that are older than their server.</summary>
public sealed class EnumWordsTests
{
    public static TheoryData<Type> Enums => [.. typeof(EnumWords).Assembly.GetExportedTypes()
        .Where(t => t.IsEnum && t != typeof(ProblemCode))];

    [Fact]
    public void A_member_is_its_name_in_camel_case_and_read_back()
    {
        var written = JsonSerializer.Serialize(Call(CallState.Queuing), ControlContractJson.Default.CallList);

        Assert.Contains("\"state\":\"queuing\"", written, StringComparison.Ordinal);
        Assert.Equal(
            CallState.Queuing,
            JsonSerializer.Deserialize(written, ControlContractJson.Default.CallList)!.Calls[0].State);
    }

    [Theory]
    [InlineData("onTheMoon")]
    [InlineData("Queuing")]
    [InlineData("2")]
    [InlineData("")]
    public void A_word_that_no_member_has_is_unknown_and_no_error(string word)
    {
        var written = JsonSerializer.Serialize(Call(CallState.Queuing), ControlContractJson.Default.CallList)
            .Replace("queuing", word, StringComparison.Ordinal);

        var read = JsonSerializer.Deserialize(written, ControlContractJson.Default.CallList)!.Calls[0];

        Assert.Equal((CallState.Unknown, "u1"), (read.State, read.UserId));
    }

    [Fact]
    public void A_field_that_nobody_knows_is_passed_over()
    {
        var written = JsonSerializer.Serialize(Call(CallState.Ended), ControlContractJson.Default.CallList)
            .Replace("\"userId\"", "\"mood\":{\"is\":[1]},\"userId\"", StringComparison.Ordinal);

        Assert.Equal("u1", JsonSerializer.Deserialize(written, ControlContractJson.Default.CallList)!.Calls[0].UserId);
    }

    [Fact]
    public void What_is_no_text_is_no_word()
    {
        var written = JsonSerializer.Serialize(Call(CallState.Queuing), ControlContractJson.Default.CallList)
            .Replace("\"queuing\"", "2", StringComparison.Ordinal);

        Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize(written, ControlContractJson.Default.CallList));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Each_enum_of_the_contract_begins_with_unknown_and_tells_its_words(Type type)
    {
        Assert.Equal("Unknown", Enum.GetName(type, 0));
        Assert.IsType<IEnumWords>(
            Activator.CreateInstance(type.GetCustomAttributes(typeof(JsonConverterAttribute), false)
                .Cast<JsonConverterAttribute>().Single().ConverterType!, nonPublic: true),
            exactMatch: false);
    }

    [Fact]
    public void Only_an_event_of_a_call_is_called_unknown_by_a_server()
    {
        Assert.DoesNotContain("unknown", new EnumWordConverter<CallState>().Words);
        Assert.Equal("unknown", new CallEventNameConverter().Words[0]);
    }

    private static CallList Call(CallState state) => new(
    [
        new CallDetails(
            1, state, "u1", "c1", CallMedium.Voice, "168", DateTimeOffset.UnixEpoch, null, null, null, []),
    ],
    Total: 1);
}
