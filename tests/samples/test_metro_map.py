"""The metro map: stations to mention, lines to choose, and a map on the page."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.samples.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.socket]

OPTIONS = """{
    header: {title: {enabled: false}, rightAction: {icon: "light-mode", onClick: () =>
        chat.setOptions({...options, theme: "dark"})}},
    theme: {density: "spacious", colorScheme: "light", radius: "pill",
        color: {accent: {primary: "#0ea5e9", level: 1}}},
    startScreen: {greeting: "Welcome", prompts: [{label: "Station overview", icon: "map-pin", prompt: [
        {type: "input_text", text: "Do recall "},
        {type: "input_tag", text: "Titan Border", id: "titan-border", group: "Stations",
         interactive: true, data: {type: "station", station_id: "titan-border", name: "Titan Border"}},
    ]}]},
    entities: {
        showComposerMenu: true,
        onTagSearch: async (query) => stations
            .filter(({name}) => name.toLowerCase().includes(query.toLowerCase()))
            .map(({id, name}) => ({id, title: name, interactive: true, group: "Stations",
                data: {type: "station", station_id: id, name}})),
        onClick: ({id}) => chatCalls.push(["click", id]),
    },
    onClientTool: ({name, params}) => {
        chatCalls.push([name, params]);
        return {stationIds: ["helios-prime", "cinderia"]};
    },
}"""


@pytest.fixture
def metro(visit: Visit) -> Chat:
    chat = visit("metro", "{}")
    chat.page.evaluate(
        "async () => { window.stations = (await (await fetch('/map')).json()).map.stations; }"
    )
    chat.page.evaluate(
        f"() => {{ window.options = {OPTIONS}; options.api = chatApi; chat.setOptions(options); }}"
    )
    return chat


def effects(chat: Chat) -> list[Any]:
    return [detail for _name, detail in chat.events("effect")]


def line(chat: Chat, name: str) -> Locator:
    return chat.page.locator("chatkit-widget").last.get_by_role("button", name=name)


def streamed(chat: Chat, said: str) -> str:
    """Say it; the events that came as the answer."""
    with chat.page.expect_response(re.compile("/chatkit/conversation")) as answer:
        chat.ask(said)
    return answer.value.text()


def station(**changes: Any) -> dict[str, Any]:
    return {"x": 0, "y": 0, "description": "A stop.", "lines": ["blue"], **changes}


def test_the_tool_get_map_tells_its_progress(metro: Chat) -> None:
    events = streamed(metro, "Do get_map")

    assert '"type":"progress_update"' in events
    assert "Retrieving the latest metro map..." in events
    metro.expect_answer("orbital-transit")


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("list_lines", "orientation="),
        ("list_stations", "Helios Prime"),
        ('get_station {"station_id": "lyra-verge"}', "Lyra Verge"),
        ('get_station {"station_id": "nowhere"}', "An error occurred while running the tool"),
    ],
)
def test_a_tool_that_looks_something_up(metro: Chat, call: str, answer: str) -> None:
    metro.ask(f"Do {call}")

    metro.expect_answer(answer)


def test_the_tool_plan_route_cites_stations_to_click(metro: Chat) -> None:
    route = (
        '[{"id": "cinderia", "name": "Cinderia", "x": 1, "y": -1, "description": "Embers",'
        ' "lines": ["blue"]}, {"id": "vega-reach", "name": "Vega Reach", "x": 2, "y": 0,'
        ' "description": "Light", "lines": ["blue"]}]'
    )
    metro.ask(f'Do plan_route {{"route": {route}, "message": "From Cinderia to the end."}}')

    expect(metro.answers.last).to_contain_text("From Cinderia")
    markers = metro.answers.last.get_by_label("Source ")
    expect(markers).to_have_count(1)
    markers.click()
    assert metro.calls("click") == [["cinderia"]]
    metro.answers.last.get_by_role("button", name="Sources").click()
    sources = metro.answers.last.get_by_role("list", name="Sources")
    sources.get_by_role("button", name="Vega Reach").click()
    assert metro.calls("click") == [["cinderia"], ["vega-reach"]]


def test_the_line_selector_and_its_action(metro: Chat) -> None:
    metro.ask('Do show_line_selector {"message": "Which line?"}')
    expect(metro.answers.last).to_contain_text("Which line?")
    line(metro, "Blue Line").click()
    metro.expect_answer("Would you like to add the station to the beginning or end of the line?")

    assert effects(metro) == [{"name": "location_select_mode", "data": {"lineId": "blue"}}]
    expect(line(metro, "Blue Line")).to_have_count(0)
    metro.page.evaluate("chat.fetchUpdates()")
    expect(line(metro, "Blue Line")).to_have_count(0)
    metro.ask("Do recall")
    metro.expect_answer("<LINE_SELECTED>blue</LINE_SELECTED>")


def test_the_tool_add_station_changes_the_map(metro: Chat) -> None:
    metro.ask('Do add_station {"station_name": "dusk port", "line_id": "blue"}')
    metro.expect_answer("Dusk Port")

    [effect] = effects(metro)
    assert (effect["name"], effect["data"]["stationId"]) == ("add_station", "dusk-port")
    served = metro.page.evaluate("async () => (await (await fetch('/map')).json()).map")
    assert "dusk-port" in {entry["id"] for entry in served["stations"]}


def test_the_tool_add_station_begins_a_line(metro: Chat) -> None:
    metro.ask('Do add_station {"station_name": "dawn port", "line_id": "orange", "append": false}')
    metro.expect_answer("Dawn Port")

    [effect] = effects(metro)
    [orange] = [entry for entry in effect["data"]["map"]["lines"] if entry["id"] == "orange"]
    assert orange["stations"][0] == "dawn-port"


def test_the_tool_add_station_says_that_it_failed(metro: Chat) -> None:
    metro.ask('Do add_station {"station_name": "lost", "line_id": "green"}')

    expect(metro.answers.filter(has_text="There was an error adding Lost")).to_be_visible()
    metro.expect_answer("An error occurred while running the tool")
    assert effects(metro) == []


def test_the_tool_get_selected_stations_asks_the_page(metro: Chat) -> None:
    metro.say("Do get_selected_stations")

    metro.expect_answer(re.compile(r"The tool said .*helios-prime.*cinderia"))
    assert metro.calls("get_selected_stations") == [[{}]]
    sent = next(r for r in metro.requests if r["type"] == "threads.add_client_tool_output")
    assert sent["params"]["result"] == {"stationIds": ["helios-prime", "cinderia"]}


def test_a_prompt_with_a_station_tells_the_model_all_of_it(metro: Chat) -> None:
    metro.page.get_by_role("button", name="Station overview").click()

    metro.expect_answer("Tagged station with full details:")
    metro.expect_answer("A frontier station perched")
    metro.questions.get_by_role("button", name="Titan Border").click()
    assert metro.calls("click") == [["titan-border"]]


def test_a_station_is_mentioned_from_the_menu(metro: Chat) -> None:
    metro.box.press_sequentially("Do recall @sagan")
    expect(metro.page.get_by_role("option")).to_have_text(["Sagan Halo"])
    metro.box.press("Enter")
    metro.box.press("Enter")

    metro.expect_answer("id: sagan-halo")
    content = metro.requests[-1]["params"]["input"]["content"]
    assert [part.get("id") for part in content if part["type"] == "input_tag"] == ["sagan-halo"]


def test_a_station_that_is_not_there_is_told_as_such(metro: Chat) -> None:
    metro.page.evaluate("() => { window.stations = [{id: 'gone', name: 'Gone'}]; }")
    metro.box.press_sequentially("Do recall @gone")
    metro.page.get_by_role("option").click()
    metro.box.press("Enter")

    metro.expect_answer("Tagged station (not found):")


def test_the_map_asks_in_a_new_thread(metro: Chat) -> None:
    metro.ask("Hello")
    first = metro.thread_id
    metro.page.evaluate("chat.sendUserMessage({text: 'How is Dusk Port?', newThread: true})")
    metro.expect_answer("You said: How is Dusk Port?")

    assert metro.thread_id != first
    metro.wait_for_event("response.end", 2)
    titles = metro.open_history().get_by_text("A scripted title")
    expect(titles).to_have_count(2, timeout=PATIENCE)


def test_a_map_of_the_pages_is_what_tools_see(metro: Chat) -> None:
    metro.page.evaluate(
        """async () => {
            const {map} = await (await fetch("/map")).json();
            map.summary = "Repainted";
            const body = JSON.stringify({map});
            await fetch("/map", {method: "POST", headers: {"Content-Type": "application/json"}, body});
        }"""
    )
    metro.ask("Do get_map")

    metro.expect_answer("Repainted")


def test_the_button_of_the_header_changes_the_theme(metro: Chat) -> None:
    before = metro.page.locator("openai-chatkit").evaluate("(e) => getComputedStyle(e).colorScheme")
    metro.page.locator("openai-chatkit").locator("header").get_by_role("button").last.click()
    metro.page.wait_for_function(
        "(before) => getComputedStyle(chat).colorScheme !== before", arg=before
    )
