namespace CecSim.LoadTests.Customers;

/// <summary>What an answer of ccmessaging may carry that a load test reads.</summary>
internal sealed record CecAnswer(string? ResultCode, string? ResultDesc, int? EventId, string? Token)
{
    public bool IsSuccess => ResultCode == "0";
}
