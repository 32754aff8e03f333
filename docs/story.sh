#!/usr/bin/env bash
# Một phản ánh từ đầu đến cuối, kể bằng curl: nhận → chuyển → chuyển đơn vị khác → hỏi người dân → trả lời thiếu minh chứng (bị giữ lại,
# kèm lý do) → trả lời đủ → "chưa xong" → mở lại, lãnh đạo trả lời → "đã xong" → đánh giá. Sau mỗi bước in hạn và tin người dân nhận được.
# Chạy khi `npm start` đang chạy (chỉ cần bash, curl và Node):  bash docs/story.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

service=${SERVICE_URL:-http://127.0.0.1:3000}
zalo=${SIMULATOR_URL:-http://127.0.0.1:4100}
token=${STAFF_API_TOKEN:-$(node -p "JSON.parse(require('fs').readFileSync('.data/secrets.json')).STAFF_API_TOKEN")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Every telling is about another house: the gate takes nothing twice, neither words nor pictures.
seed=$RANDOM$RANDOM
house=$((seed % 290 + 10))

# --- small tools -----------------------------------------------------------------------------------------------------
pick() { node -e 'const o = JSON.parse(require("fs").readFileSync(0)); const v = eval("o" + process.argv[1]); console.log(typeof v === "object" ? JSON.stringify(v) : v)' "$1"; }
say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
fail() { echo "✗ $*" >&2; exit 1; }

# staff TOKEN METHOD PATH [JSON]: prints the answer, its status in $work/status
staff() {
  local who=$1 method=$2 path=$3 body=${4:-}
  curl -sS -o "$work/answer" -w '%{http_code}' -X "$method" "$service$path" -H "Authorization: Bearer $who" \
    ${body:+-H 'Content-Type: application/json' -d "$body"} -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" >"$work/status"
  cat "$work/answer"
}
want() { [[ $(cat "$work/status") == "$1" ]] || fail "chờ $1 nhưng nhận $(cat "$work/status"): $(cat "$work/answer")"; }

sim() { curl -sSf -X POST "$zalo/_sim$1" -H 'Content-Type: application/json' -d "$2"; }
texts() { sim "/citizens/$citizen/act" "$(node -p 'JSON.stringify({act:"text",text:process.argv[1]})' "$1")" >/dev/null; echo "  người dân: $1"; }

# hears PATTERN: waits for a new message of the OA that matches, prints it
heard=0
hears() {
  for _ in $(seq 1 150); do
    curl -sSf "$zalo/_sim/citizens/$citizen/messages" >"$work/messages"
    found=$(node -e '
      const { messages } = JSON.parse(require("fs").readFileSync(process.argv[1]));
      const mine = messages.filter((m) => m.from === "app").slice(Number(process.argv[2]));
      const at = mine.findIndex((m) => new RegExp(process.argv[3], "u").test(m.text ?? ""));
      if (at >= 0) console.log(Number(process.argv[2]) + at + 1 + "\t" + mine[at].text.replace(/\n/g, " "));
    ' "$work/messages" "$heard" "$1")
    if [[ -n $found ]]; then
      heard=${found%%$'\t'*}
      echo "  OA: ${found#*$'\t'}"
      return
    fi
    sleep 0.2
  done
  fail "người dân không nhận được tin khớp với: $1"
}

# photo FILE KIND: an invented drawing of a street, another one each time; `after` shows the same street repaired
photo() {
  node --input-type=module -e '
    import sharp from "sharp";
    const [file, kind, seed] = process.argv.slice(1);
    let state = Number(seed) + { before: 0, after: 7, again: 13 }[kind];
    const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const colour = () => `rgb(${[0, 1, 2].map(() => Math.floor(random() * 256))})`;
    const houses = Array.from({ length: 24 }, () => `<rect x="${random() * 640}" y="${random() * 220}" width="${20 + random() * 90}" height="${30 + random() * 120}" fill="${colour()}"/>`);
    const hole = kind === "before"
      ? `<ellipse cx="${200 + random() * 240}" cy="350" rx="${80 + random() * 70}" ry="50" fill="#1d1a17"/>`
      : `<rect x="${60 + random() * 300}" y="${250 + random() * 80}" width="${140 + random() * 160}" height="90" fill="#2b2b2e"/>`;
    const noise = Buffer.from(Array.from({ length: 640 * 480 * 3 }, () => 90 + Math.floor(random() * 60)));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${houses.join("")}${hole}</svg>`;
    await sharp(noise, { raw: { width: 640, height: 480, channels: 3 } }).composite([{ input: Buffer.from(svg) }]).jpeg({ quality: 85 }).toFile(file);
  ' "$1" "$2" "$seed"
}

person() { # person NAME ROLES AGENCY → token
  staff "$token" POST /api/staff/people "$(node -p 'JSON.stringify({name:process.argv[1],roles:process.argv[2].split(","),agencyCodes:process.argv[3].split(",")})' "$1" "$2" "$3")" >"$work/person"
  want 201
  pick .token <"$work/person"
}

clock() {
  staff "$token" GET "/api/staff/reports/$code" >"$work/report"
  want 200
  node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const local = (t) => t ? new Date(t).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" }) : "—";
    console.log(`  [${r.stateLabel}] đơn vị đang giữ: ${r.agency?.name ?? "—"} · hạn hiện tại: ${local(r.dueAt)}`);
  ' "$work/report"
}

evidence() { # evidence TOKEN FILE → id
  curl -sS -o "$work/answer" -w '%{http_code}' "$service/api/staff/reports/$code/evidence" -H "Authorization: Bearer $1" -F "file=@$2" >"$work/status"
  want 201
  pick '.items[0].id' <"$work/answer"
}
answer() { # answer TOKEN TEXT IDS
  staff "$1" POST "/api/staff/reports/$code/answer" "$(node -p 'JSON.stringify({text:process.argv[1],evidenceIds:JSON.parse(process.argv[2])})' "$2" "$3")"
}
step() { staff "$1" POST "/api/staff/reports/$code/$2" "${3:-}" >/dev/null; want 200; }

# --- the story -------------------------------------------------------------------------------------------------------
say "Người dân gửi ảnh, vị trí và một câu qua Zalo"
citizen=$(sim /citizens '{"name":"Người kể chuyện"}' | pick .id)
photo "$work/before.jpg" before
picture=$(curl -sSf -X POST "$zalo/_sim/photos" -H 'Content-Type: image/jpeg' --data-binary "@$work/before.jpg" | pick .photoId)
sim "/citizens/$citizen/act" "{\"act\":\"photos\",\"photoIds\":[\"$picture\"]}" >/dev/null
sim "/citizens/$citizen/act" '{"act":"location","latitude":21.0135,"longitude":105.8165}' >/dev/null
texts "ổ gà to trước số $house phố Láng Hạ, xe máy ngã liên tục"
hears '^Đã nhận phản ánh'
code=$(grep -o 'HN-[0-9A-Z]*' <<<"$found" | head -1)
hears "$code đã chuyển"
clock
ward=$(pick .agency.code <"$work/report")

say "Đơn vị: cán bộ và lãnh đạo ở $ward và Sở Xây dựng (mỗi người một mã truy cập riêng)"
wardHandler=$(person "Cán bộ phường" handler "$ward")
handler=$(person "Cán bộ Sở Xây dựng" handler so-xay-dung)
leader=$(person "Lãnh đạo Sở Xây dựng" leader so-xay-dung)

say "Vì sao hạn là giờ đó"
staff "$wardHandler" GET "/api/staff/reports/$code/clocks" | node -e '
  for (const c of JSON.parse(require("fs").readFileSync(0)).items) if (c.kind === "answer") console.log(c.explanation.map((line) => "  " + line).join("\n"));'

say "Phường: không phải việc của mình, chuyển đúng đơn vị; hạn không đổi"
step "$wardHandler" hand-over '{"agencyCode":"so-xay-dung","reason":"Phố Láng Hạ thuộc danh mục thành phố quản lý."}'
hears 'thuộc trách nhiệm của Sở Xây dựng'
clock

say "Sở nhận xử lý và hỏi thêm; đồng hồ dừng"
step "$handler" accept
step "$handler" ask '{"question":"Ổ gà nằm ở làn sát vỉa hè hay giữa đường, và rộng khoảng bao nhiêu?"}'
hears 'cần thêm thông tin'
clock
texts "ở làn sát vỉa hè, rộng chừng nửa mét"
for _ in $(seq 1 100); do
  staff "$handler" GET "/api/staff/reports/$code" >"$work/report"
  [[ $(pick .state <"$work/report") == in_progress ]] && break
  sleep 0.2
done
clock

say "Trả lời chung chung, không minh chứng: bị giữ lại, nói rõ thiếu gì"
answer "$handler" "Đơn vị đã ghi nhận và sẽ xem xét xử lý trong thời gian tới. Ảnh gửi kèm." "[]" >/dev/null
want 422
node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log("  " + p.code); for (const m of p.missing) console.log(`  - [${m.cause}/${m.rule}] ${m.text}`);' "$work/answer"

say "Gửi lại chính ảnh của người dân làm minh chứng: không tính"
again=$(evidence "$handler" "$work/before.jpg")
answer "$handler" "Ngày $(TZ=Asia/Ho_Chi_Minh date +%d/%m/%Y), đội duy tu Sở Xây dựng đã kiểm tra và vá ổ gà trước số $house phố Láng Hạ bằng bê tông nhựa nóng, mặt đường đã phẳng." "[$again]" >/dev/null
want 422
node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); for (const m of p.missing) console.log(`  - [${m.cause}/${m.rule}] ${m.text}`);' "$work/answer"

say "Trả lời đủ: ai, làm gì, khi nào, kèm ảnh sau khi vá"
photo "$work/after.jpg" after
done1=$(evidence "$handler" "$work/after.jpg")
answer "$handler" "Ngày $(TZ=Asia/Ho_Chi_Minh date +%d/%m/%Y), đội duy tu Sở Xây dựng đã kiểm tra và vá ổ gà trước số $house phố Láng Hạ bằng bê tông nhựa nóng, mặt đường đã phẳng." "[$done1]" >/dev/null
want 200
hears 'đã trả lời'
clock

say "Người dân: chưa xong → mở lại ngay, lên lãnh đạo"
texts "chưa xong"
hears 'đã được mở lại'
clock
photo "$work/again.jpg" again
answer "$handler" "Ngày $(TZ=Asia/Ho_Chi_Minh date +%d/%m/%Y), đội duy tu Sở Xây dựng đã lu lèn lại chỗ vá trước số $house phố Láng Hạ." "[]" >/dev/null
want 409
echo "  cán bộ trả lời: $(pick .detail <"$work/answer")"

say "Lãnh đạo trả lời, kèm ảnh mới"
done2=$(evidence "$leader" "$work/again.jpg")
answer "$leader" "Sáng $(TZ=Asia/Ho_Chi_Minh date +%d/%m/%Y), Phó Giám đốc Sở Xây dựng đã kiểm tra tại chỗ; đội duy tu cào bóc, trải lại $((seed % 40 + 5)) m² bê tông nhựa trước số $house phố Láng Hạ và lu phẳng." "[$done2]" >/dev/null
want 200
hears 'đã trả lời'

say "Người dân: đã xong → đóng, rồi đánh giá"
texts "đã xong"
hears 'đánh giá kết quả'
texts "hài lòng"
hears 'Đã lưu đánh giá'
clock

say "Lịch sử, mỗi dòng nối với dòng trước bằng mã băm"
staff "$token" GET "/api/staff/reports/$code/history" | node -e '
  for (const h of JSON.parse(require("fs").readFileSync(0)).items) console.log(`  ${h.seq}. ${h.label} · ${h.actor.roleName}${h.reason ? " · " + h.reason : ""} · ${h.hash.slice(0, 12)}`);'
say "Xong: $code"
